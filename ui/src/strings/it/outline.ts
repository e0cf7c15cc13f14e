/** The outline of a text, and how long it is. */
import type { Said } from "..";
import type { outline as english } from "../en/outline";

const number = (n: number) => n.toLocaleString("it");

export const outline: Said<typeof english> = {
  title: "Struttura",
  headings: "Titoli",
  none: "Ancora nessun titolo. Appariranno qui man mano che si scrivono.",
  done: (done: number, of: number) => `${done} su ${of} ${done === 1 ? "fatta" : "fatte"}`,
  words: (n: number) => (n === 1 ? "1 parola" : `${number(n)} parole`),
  length: (minutes: number, letters: number) =>
    `${minutes === 1 ? "1 minuto" : `${number(minutes)} minuti`} di lettura · ` +
    (letters === 1 ? "1 carattere" : `${number(letters)} caratteri`),
  empty: "Non c’è ancora scritto nulla.",
};
