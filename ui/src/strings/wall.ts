/** The wall: the sentences of the language in use. */
import { part } from ".";
import { wall } from "./en/wall";

export const w = part("wall", wall);
