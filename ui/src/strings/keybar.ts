/** The tools over a keyboard: the sentences of the language in use. */
export { keybar as k } from "./en/keybar";
