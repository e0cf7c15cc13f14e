/** At the door: the sentences of the language in use. */
export { knock as k } from "./en/knock";
