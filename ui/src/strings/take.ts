/** Taking out and bringing in: the sentences of the language in use. */
export { bring as b, take as k } from "./en/take";
