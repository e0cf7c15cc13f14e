/** What the text says without its menus. Apart from those, which come after it. */
import type { Said } from "..";
import type { inText as english } from "../en/inText";

export const inText: Said<typeof english> = {
  keys:
    "Alt et F10 mènent aux outils, Maj et F10 au menu de la ligne, dans un tableau aussi à celui de la rangée " +
    "et de la colonne\u202f; Échap, puis Tab, sort du texte.",
  callouts: {
    note: "Remarque",
    tip: "Astuce",
    important: "À retenir",
    warning: "Avertissement",
    caution: "Attention",
  },
  colour: "Couleur",
  grey: "Gris",
};
