/** The wall: the sentences of the language in use. */
export { wall as w } from "./en/wall";
