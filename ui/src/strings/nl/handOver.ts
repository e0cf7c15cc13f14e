/** What a host reads who hands the pad over to another computer; fetched only then. */
import type { Said } from "..";
import type { handOver as english } from "../en/handOver";

export const handOver: Said<typeof english> = {
  title: "Overdragen",
  lead: "Moet je weg met deze computer? Voer dit uit op een andere in de ruimte, waar Fadepad op staat:",
  copy: "De opdracht kopiëren",
  copied: "Gekopieerd. Voer hem uit op de andere computer.",
  cantCopy: "Je browser kopieert hier niet. Selecteer de opdracht en kopieer hem zelf.",
  after:
    "Tekst, code, links en tijd gaan mee. Ieders pagina volgt vanzelf, het grote scherm ook. " +
    "Daarna wordt alles op deze computer gewist, en kun je gaan.",
  secret: "Wie deze opdracht heeft, is host van het blad: geef hem aan niemand anders.",
};
