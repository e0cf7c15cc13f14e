/** Every word on the menus of the text. Apart from the others, because only the editor loads it. */
import type { Said } from "..";
import type { menus as english } from "../en/menus";

export const menus: Said<typeof english> = {
  slash: "Che cosa si può mettere qui",
  emoji: "Emoji",
  none: "Nulla con questo nome",
  format: "Formatta il testo",
  link: "Questo link",
  noLink: "Un link porta a un indirizzo web, a una mail o a un numero di telefono.",
  add: "Aggiungi una riga sotto",
  block: "Menu di questa riga",
  turnInto: "Trasforma in",
  callout: "Riquadro",
  duplicate: "Duplica",
  copyLink: "Copia il link a questa riga",
  lineGone: "La riga a cui porta questo link non c’è più.",
  insert: {
    up: "Inserisci sopra",
    down: "Inserisci sotto",
    left: "Inserisci a sinistra",
    right: "Inserisci a destra",
  },
  move: {
    up: "Sposta su",
    down: "Sposta giù",
    left: "Sposta a sinistra",
    right: "Sposta a destra",
  },
  words: "Testo",
  ground: "Sfondo",
  remove: "Elimina",
  back: "Indietro",
  ofRow: "Riga",
  ofColumn: "Colonna",
  header: { row: "Riga di intestazione", column: "Colonna di intestazione" },
  removeLine: { row: "Elimina la riga", column: "Elimina la colonna" },
  row: "Menu di questa riga di celle",
  column: "Menu di questa colonna",
  cell: "Menu di questa cella",
  moreRows: "Aggiungi una riga, o trascina per averne di più",
  moreColumns: "Aggiungi una colonna, o trascina per averne di più",
};
