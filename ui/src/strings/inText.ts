/** What the text says without its menus: the sentences of the language in use. */
import { part } from ".";
import { inText } from "./en/inText";

export const x = part("inText", inText);
