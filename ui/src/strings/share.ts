/** Letting others in: the sentences of the language in use. */
import { part } from ".";
import { share } from "./en/share";

export const s = part("share", share);
