/** Going along with somebody: the sentences of the language in use. */
import { part } from ".";
import { follow } from "./en/follow";

export const f = part("follow", follow);
