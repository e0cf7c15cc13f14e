/** The list of all keys. */
import type { Said } from "..";
import type { keys as english } from "../en/keys";

export const keys: Said<typeof english> = {
  title: "Scorciatoie da tastiera",
  page: "La pagina",
  lines: "Righe, una o tutte quelle selezionate",
  typed: "Scritto all’inizio di una riga",
  sheet: "Questo elenco",
  redo: "Ripeti",
  tick: "Spunta una casella",
  breaks: "Nuova riga nello stesso blocco",
  leave: "Esci dal testo",
};
