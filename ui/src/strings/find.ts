/** Finding and replacing: the sentences of the language in use. */
export { find as f } from "./en/find";
