/** What a host decides about a pad's life: the sentences of the language in use. */
import { part } from ".";
import { steer } from "./en/steer";

export const s = part("steer", steer);
