/** A pad that has ended: the sentences of the language in use. */
import { part } from ".";
import { ended } from "./en/ended";

export const e = part("ended", ended);
