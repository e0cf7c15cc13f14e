/** The host's page: the sentences of the language in use. */
export { host as h } from "./en/host";
