/** Starting afresh, for a host: the sentences of the language in use. */
export { afresh as f } from "./en/afresh";
