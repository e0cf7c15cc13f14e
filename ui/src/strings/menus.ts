/** The menus of the text: the sentences of the language in use. */
import { part } from ".";
import { menus } from "./en/menus";

export const m = part("menus", menus);
