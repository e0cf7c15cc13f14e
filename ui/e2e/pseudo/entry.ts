/** What a browser fetches in the place of a language's file. */
import { en as editor } from "@blocknote/core/locales";
import { en } from "../../src/strings/en";
import * as parts from "../../src/strings/en/parts";
import { pseudo, type Way } from "./say";

declare const WAY: Way;

const words = pseudo(en, WAY);
const rest = async () => ({ ...pseudo({ ...parts }, WAY), editor: pseudo(editor, WAY) });

/** The build names so what a language brings, since pieces of it stand in two files. */
export const t = { words, rest };
