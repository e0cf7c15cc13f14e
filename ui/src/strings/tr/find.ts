/** The bar that finds words in the text, and puts others in their place. */
import type { Said } from "..";
import type { find as english } from "../en/find";

export const find: Said<typeof english> = {
  label: "Bul",
  words: "Metinde bul",
  count: (at, of) => `${at} / ${of}`,
  none: "Bulunamadı",
  before: "Önceki sonuç",
  next: "Sonraki sonuç",
  replacement: "Yerine konacak",
  replacing: "Başka kelimelerle değiştir",
  replace: "Değiştir",
  all: (n) => `Tümü (${n})`,
  allTold: (n) => `Tümünü değiştir (${n})`,
  replaced: (n) => `${n} yerde değiştirildi`,
};
