/** A host's last word: the sentences of the language in use. */
import { part } from ".";
import { end } from "./en/end";

export const e = part("end", end);
