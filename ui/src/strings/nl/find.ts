/** The bar that finds words in the text, and puts others in their place. */
import type { Said } from "..";
import type { find as english } from "../en/find";

export const find: Said<typeof english> = {
  label: "Zoeken",
  words: "In de tekst zoeken",
  count: (at: number, of: number) => `${at} van ${of}`,
  none: "Niets gevonden",
  before: "Vorige treffer",
  next: "Volgende treffer",
  replacement: "Vervangen door",
  replacing: "Door andere woorden vervangen",
  replace: "Vervangen",
  all: (n: number) => `Alle ${n}`,
  allTold: (n: number) => `Alle ${n} vervangen`,
  replaced: (n: number) => `${n} vervangen`,
};
