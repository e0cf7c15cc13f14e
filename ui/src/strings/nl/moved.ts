/** What people read while their pad goes over to another machine; fetched only then. */
import type { Said } from "..";
import type { moved as english } from "../en/moved";

export const moved: Said<typeof english> = {
  going:
    "Dit blad gaat verder op een andere computer. Deze pagina gaat mee zodra je even stopt met typen.",
  looking: "Dit blad gaat verder op een andere computer. Deze pagina is onderweg.",
  unreached: (at: string) =>
    `Dit blad gaat verder op ${at}. Dit apparaat komt daar nog niet: typ dat adres in de browser. ` +
    "Wat je hier schrijft, komt nog aan.",
  go: "Erheen",
  title: "Dit blad gaat elders verder",
  there: (at: string) => `Het staat nu op ${at}. Deze pagina gaat er vanzelf heen.`,
  type: (at: string) =>
    `Het staat nu op ${at}, en dit apparaat komt daar nog niet. ` +
    "Ga naar het netwerk van die computer, en typ dat adres in de browser.",
  erased: "Op de computer waar het stond, is de tekst gewist.",
  words: "Een deel van wat je schreef, is niet meer aangekomen. Het staat nog op deze pagina.",
};
