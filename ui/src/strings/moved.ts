/** A pad that goes on at another machine: the sentences of the language in use. */
export { moved as m } from "./en/moved";
