/** What a host decides about people: the sentences of the language in use. */
export { deciding as d } from "./en/deciding";
