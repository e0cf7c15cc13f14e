/** What stands in the place of an editor that fails; fetched only then. */
import type { Said } from "..";
import type { fallen as english } from "../en/fallen";

export const fallen: Said<typeof english> = {
  title: "Je kunt hier even niet verder schrijven",
  body: "De tekst staat nog op het blad. Hieronder staan de woorden. Neem een kopie, of probeer het nog eens.",
  copy: "De tekst kopiëren",
  text: "De woorden van de tekst",
  host:
    "Blijft het zo, dan kun je opnieuw beginnen met de tekst zoals deze pagina hem het laatst goed toonde. " +
    "Die geldt dan voor iedereen; wat later kwam, is weg.",
  afresh: "Opnieuw beginnen met de laatste goede tekst",
};
