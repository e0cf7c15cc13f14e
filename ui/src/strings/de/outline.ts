/** The outline of a text, and how long it is. */
import type { Said } from "..";
import type { outline as english } from "../en/outline";

const number = (n: number) => n.toLocaleString("de");

export const outline: Said<typeof english> = {
  title: "Gliederung",
  headings: "Überschriften",
  none: "Noch keine Überschriften. Hier stehen sie, sobald es welche gibt.",
  done: (done: number, of: number) => `${done} von ${of} erledigt`,
  words: (n: number) => (n === 1 ? "1 Wort" : `${number(n)} Wörter`),
  length: (minutes: number, letters: number) =>
    `${minutes === 1 ? "1 Minute" : `${number(minutes)} Minuten`} zu lesen · ` +
    (letters === 1 ? "1 Zeichen" : `${number(letters)} Zeichen`),
  empty: "Noch steht nichts da.",
};
