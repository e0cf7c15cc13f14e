/** The bar that finds words in the text, and puts others in their place. */
import type { Said } from "..";
import type { find as english } from "../en/find";

export const find: Said<typeof english> = {
  label: "بحث",
  words: "البحث في النص",
  count: (at, of) => `${at} من ${of}`,
  none: "لا نتائج",
  before: "النتيجة السابقة",
  next: "النتيجة التالية",
  replacement: "الاستبدال بـ",
  replacing: "استبدال بكلمات أخرى",
  replace: "استبدال",
  all: (n) => `الكل (${n})`,
  allTold: (n) => `استبدال الكل (${n})`,
  replaced: (n) => `عدد ما استُبدل: ${n}`,
};
