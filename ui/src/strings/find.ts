/** Finding and replacing: the sentences of the language in use. */
import { part } from ".";
import { find } from "./en/find";

export const f = part("find", find);
