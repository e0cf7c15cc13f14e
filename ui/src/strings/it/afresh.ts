/** What a host reads who starts a pad afresh; fetched only then. */
import type { Said } from "..";
import type { afresh as english } from "../en/afresh";

export const afresh: Said<typeof english> = {
  open: "Ricomincia da capo…",
  title: "Ricomincia da capo",
  what: "Il testo resta. Quello che era eliminato sparisce.",
  whatOf:
    "Il foglio continua con il testo come lo vedi ora. La sua storia e tutto quello che era stato eliminato " +
    "vengono cancellati. Codice e link cambiano. Chi è qui prosegue senza fare nulla, " +
    "tranne chi è stato fatto uscire.",
  begin: "Ricomincia",
  keep: "Non ora",
  away: "Non c’è connessione. Si potrà fare quando torna.",
  busy: "Si ricomincia…",
  failed: "Non è stato fatto. Riprova.",
};
