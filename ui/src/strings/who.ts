/** Who wrote what: the sentences of the language in use. */
import { part } from ".";
import { who } from "./en/who";

export const w = part("who", who);
