/** Taking out and bringing in: the sentences of the language in use. */
import { part } from ".";
import { bring, take } from "./en/take";

export const b = part("bring", bring);
export const k = part("take", take);
