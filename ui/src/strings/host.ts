/** The host's page: the sentences of the language in use. */
import { part } from ".";
import { host } from "./en/host";

export const h = part("host", host);
