/** Taking out and bringing in: the sentences of the language in use. */
export { take as k } from "./en/take";
