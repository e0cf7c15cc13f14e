/** The bar that finds words in the text, and puts others in their place. */
import type { Said } from "..";
import type { find as english } from "../en/find";

export const find: Said<typeof english> = {
  label: "Suchen",
  words: "Im Text suchen",
  count: (at: number, of: number) => `${at} von ${of}`,
  none: "Nichts gefunden",
  before: "Vorige Stelle",
  next: "Nächste Stelle",
  replacement: "Ersetzen durch",
  replacing: "Durch andere Wörter ersetzen",
  replace: "Ersetzen",
  all: (n: number) => `Alle ${n}`,
  allTold: (n: number) => `Alle ${n} ersetzen`,
  replaced: (n: number) => `${n} ersetzt`,
};
