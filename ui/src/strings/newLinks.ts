/** New links, for a host: the sentences of the language in use. */
import { part } from ".";
import { newLinks } from "./en/newLinks";

export const n = part("newLinks", newLinks);
