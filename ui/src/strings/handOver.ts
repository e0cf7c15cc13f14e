/** Handing a pad over, for a host: the sentences of the language in use. */
import { part } from ".";
import { handOver } from "./en/handOver";

export const h = part("handOver", handOver);
