/** The names of the tools over the keyboard of a touch device. */
import type { Said } from "..";
import type { keybar as english } from "../en/keybar";

export const keybar: Said<typeof english> = {
  label: "Strumenti della riga",
  tick: "Casella",
  list: "Elenco",
  heading: "Titolo",
  bold: "Grassetto",
  italic: "Corsivo",
  underline: "Sottolineato",
  strike: "Barrato",
  code: "Codice",
  mark: "Evidenzia",
  link: "Link",
  address: "Indirizzo del link",
  example: "example.org",
  set: "Imposta",
  unlink: "Togli il link",
  back: "Indietro",
  noLink: "Un link porta a un indirizzo web, a una mail o a un numero di telefono.",
  indent: "Aumenta rientro",
  outdent: "Riduci rientro",
  undo: "Annulla",
  picture: "Immagine",
  more: "Altri blocchi",
  done: "Fine",
};
