/** Starting afresh, for a host: the sentences of the language in use. */
import { part } from ".";
import { afresh } from "./en/afresh";

export const f = part("afresh", afresh);
