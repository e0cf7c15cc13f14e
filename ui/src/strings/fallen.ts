/** An editor that fails: the sentences of the language in use. */
import { part } from ".";
import { fallen } from "./en/fallen";

export const f = part("fallen", fallen);
