/** At the door: the sentences of the language in use. */
import { part } from ".";
import { knock } from "./en/knock";

export const k = part("knock", knock);
