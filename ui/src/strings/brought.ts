/** Who brought what, for a host: the sentences of the language in use. */
export { brought as b } from "./en/brought";
