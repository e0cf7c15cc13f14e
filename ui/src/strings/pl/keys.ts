/** The list of all keys. */
import type { Said } from "..";
import type { keys as english } from "../en/keys";

export const keys: Said<typeof english> = {
  title: "Skróty klawiszowe",
  page: "Strona",
  lines: "Wiersze: jeden albo wszystkie zaznaczone",
  typed: "Wpisane na początku wiersza",
  sheet: "Ta lista",
  redo: "Ponów",
  tick: "Odhacz pole",
  breaks: "Nowy wiersz w tym samym bloku",
  leave: "Wyjdź z tekstu",
};
