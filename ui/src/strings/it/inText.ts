/** What the text says without its menus. Apart from those, which come after it. */
import type { Said } from "..";
import type { inText as english } from "../en/inText";

export const inText: Said<typeof english> = {
  keys:
    "Alt e F10 portano agli strumenti, Maiusc e F10 al menu della riga, in una tabella anche a quello della riga di celle " +
    "e della colonna; Esc, poi Tab, esce dal testo.",
  callouts: {
    note: "Nota",
    tip: "Suggerimento",
    important: "Importante",
    warning: "Avviso",
    caution: "Attenzione",
  },
  colour: "Colore",
  grey: "Grigio",
};
