/** The bar that finds words in the text, and puts others in their place. */
import type { Said } from "..";
import type { find as english } from "../en/find";

export const find: Said<typeof english> = {
  label: "Znajdź",
  words: "Znajdź w tekście",
  count: (at: number, of: number) => `${at} z ${of}`,
  none: "Nic nie znaleziono",
  before: "Poprzedni wynik",
  next: "Następny wynik",
  replacement: "Zamień na",
  replacing: "Zamień na inne słowa",
  replace: "Zamień",
  all: (n: number) => `Wszystkie (${n})`,
  allTold: (n: number) => `Zamień wszystkie (${n})`,
  replaced: (n: number) => `Zamieniono: ${n}`,
};
