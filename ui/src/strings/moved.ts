/** A pad that goes on at another machine: the sentences of the language in use. */
import { part } from ".";
import { moved } from "./en/moved";

export const m = part("moved", moved);
