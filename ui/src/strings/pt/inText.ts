/** What the text says without its menus. Apart from those, which come after it. */
import type { Said } from "..";
import type { inText as english } from "../en/inText";

export const inText: Said<typeof english> = {
  keys:
    "Alt e F10 levam às ferramentas; Shift e F10, ao menu da linha, e em uma tabela também ao da sua linha " +
    "e ao da sua coluna; Esc e depois Tab saem do texto.",
  callouts: {
    note: "Nota",
    tip: "Dica",
    important: "Importante",
    warning: "Aviso",
    caution: "Cuidado",
  },
  colour: "Cor",
  grey: "Cinza",
};
