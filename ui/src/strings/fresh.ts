/** The page of a new pad: the sentences of the language in use. */
import { part } from ".";
import { fresh } from "./en/fresh";

export const f = part("fresh", fresh);
