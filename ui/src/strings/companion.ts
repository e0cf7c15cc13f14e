/** The companion of a phone: the sentences of the language in use. */
import { part } from ".";
import { companion } from "./en/companion";

export const c = part("companion", companion);
