/** Handing a pad over, for a host: the sentences of the language in use. */
export { handOver as h } from "./en/handOver";
