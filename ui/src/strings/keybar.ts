/** The tools over a keyboard: the sentences of the language in use. */
import { part } from ".";
import { keybar } from "./en/keybar";

export const k = part("keybar", keybar);
