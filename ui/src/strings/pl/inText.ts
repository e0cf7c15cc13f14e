/** What the text says without its menus. Apart from those, which come after it. */
import type { Said } from "..";
import type { inText as english } from "../en/inText";

export const inText: Said<typeof english> = {
  keys:
    "Alt i F10 prowadzą do narzędzi, Shift i F10 do menu wiersza, a w tabeli także jej wiersza " +
    "i kolumny; Escape, a potem Tab, wychodzi z tekstu.",
  callouts: {
    note: "Uwaga",
    tip: "Wskazówka",
    important: "Ważne",
    warning: "Ostrzeżenie",
    caution: "Ostrożnie",
  },
  colour: "Kolor",
  grey: "Szary",
};
