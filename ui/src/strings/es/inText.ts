/** What the text says without its menus. Apart from those, which come after it. */
import type { Said } from "..";
import type { inText as english } from "../en/inText";

export const inText: Said<typeof english> = {
  keys:
    "Alt y F10 llevan a las herramientas; Mayús y F10, al menú de la línea, y en una tabla también al de su fila " +
    "y su columna; Escape y después Tab salen del texto.",
  callouts: {
    note: "Nota",
    tip: "Consejo",
    important: "Importante",
    warning: "Advertencia",
    caution: "Precaución",
  },
  colour: "Color",
  grey: "Gris",
};
