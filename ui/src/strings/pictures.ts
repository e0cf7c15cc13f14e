/** Pictures and files: the sentences of the language in use. */
export { pictures as p } from "./en/pictures";
