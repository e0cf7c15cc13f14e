/** Pictures and files: the sentences of the language in use. */
import { part } from ".";
import { pictures } from "./en/pictures";

export const p = part("pictures", pictures);
