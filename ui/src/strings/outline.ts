/** The outline: the sentences of the language in use. */
import { part } from ".";
import { outline } from "./en/outline";

export const o = part("outline", outline);
