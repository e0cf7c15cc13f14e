/** What a host decides about people: the sentences of the language in use. */
import { part } from ".";
import { deciding } from "./en/deciding";

export const d = part("deciding", deciding);
