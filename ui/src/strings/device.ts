/** A further device of one's own: the sentences of the language in use. */
export { device as d } from "./en/device";
