/** What the text says without its menus. Apart from those, which come after it. */
import type { Said } from "..";
import type { inText as english } from "../en/inText";

export const inText: Said<typeof english> = {
  keys:
    "Alt und F10 führen zu den Werkzeugen, Umschalt und F10 zum Menü der Zeile, in einer Tabelle auch zu dem der Tabellenzeile " +
    "und der Spalte; Escape, dann Tab, verlässt den Text.",
  callouts: {
    note: "Anmerkung",
    tip: "Tipp",
    important: "Wichtig",
    warning: "Warnung",
    caution: "Vorsicht",
  },
  colour: "Farbe",
  grey: "Grau",
};
