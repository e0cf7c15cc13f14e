/** The bar that finds words in the text, and puts others in their place. */
import type { Said } from "..";
import type { find as english } from "../en/find";

export const find: Said<typeof english> = {
  label: "Trova",
  words: "Trova nel testo",
  count: (at: number, of: number) => `${at} di ${of}`,
  none: "Nessun risultato",
  before: "Risultato precedente",
  next: "Risultato successivo",
  replacement: "Sostituisci con",
  replacing: "Sostituisci con altre parole",
  replace: "Sostituisci",
  all: (n: number) => `Tutto (${n})`,
  allTold: (n: number) => `Sostituisci tutto (${n})`,
  replaced: (n: number) => (n === 1 ? "1 sostituzione" : `${n} sostituzioni`),
};
