/** The outline of a text, and how long it is. */
import type { Said } from "..";
import type { outline as english } from "../en/outline";

const number = (n: number) => n.toLocaleString("nl");

export const outline: Said<typeof english> = {
  title: "Overzicht",
  headings: "Koppen",
  none: "Nog geen koppen. Ze komen hier te staan zodra ze geschreven worden.",
  done: (done: number, of: number) => `${done} van ${of} klaar`,
  words: (n: number) => (n === 1 ? "1 woord" : `${number(n)} woorden`),
  length: (minutes: number, letters: number) =>
    `${minutes === 1 ? "1 minuut" : `${number(minutes)} minuten`} lezen · ` +
    (letters === 1 ? "1 teken" : `${number(letters)} tekens`),
  empty: "Er is nog niets geschreven.",
};
