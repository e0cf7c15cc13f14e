/** Who brought what, for a host: the sentences of the language in use. */
import { part } from ".";
import { brought } from "./en/brought";

export const b = part("brought", brought);
