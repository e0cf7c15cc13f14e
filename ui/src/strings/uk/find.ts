/** The bar that finds words in the text, and puts others in their place. */
import type { Said } from "..";
import type { find as english } from "../en/find";

export const find: Said<typeof english> = {
  label: "Знайти",
  words: "Знайти в тексті",
  count: (at: number, of: number) => `${at} з ${of}`,
  none: "Нічого не знайдено",
  before: "Попередній збіг",
  next: "Наступний збіг",
  replacement: "Замінити на",
  replacing: "Замінити іншими словами",
  replace: "Замінити",
  all: (n: number) => `Усі (${n})`,
  allTold: (n: number) => `Замінити всі (${n})`,
  replaced: (n: number) => `Замінено: ${n}`,
};
