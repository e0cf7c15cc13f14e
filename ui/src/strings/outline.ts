/** The outline: the sentences of the language in use. */
export { outline as o } from "./en/outline";
