/** The menus of the text: the sentences of the language in use. */
export { menus as m } from "./en/menus";
