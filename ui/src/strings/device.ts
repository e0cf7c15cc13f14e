/** A further device of one's own: the sentences of the language in use. */
import { part } from ".";
import { device } from "./en/device";

export const d = part("device", device);
