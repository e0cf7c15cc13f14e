/** New links, for a host: the sentences of the language in use. */
export { newLinks as n } from "./en/newLinks";
