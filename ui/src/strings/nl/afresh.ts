/** What a host reads who starts a pad afresh; fetched only then. */
import type { Said } from "..";
import type { afresh as english } from "../en/afresh";

export const afresh: Said<typeof english> = {
  open: "Opnieuw beginnen…",
  title: "Opnieuw beginnen",
  what: "De tekst blijft. Wat verwijderd was, is weg.",
  whatOf:
    "Het blad gaat verder met de tekst zoals je die nu ziet. De geschiedenis en alles wat verwijderd was, wordt gewist. " +
    "De code en de links veranderen. Iedereen hier gaat vanzelf mee, behalve wie is verwijderd.",
  begin: "Opnieuw beginnen",
  keep: "Nu niet",
  away: "Er is geen verbinding. Het kan weer zodra die terug is.",
  busy: "Het begint opnieuw…",
  failed: "Er is niets gebeurd. Probeer het nog eens.",
};
