/** What a host reads who makes new links; fetched only then. */
import type { Said } from "..";
import type { newLinks as english } from "../en/newLinks";

const WHAT = { edit: "per scrivere", view: "per leggere", host: "per gli host" } as const;
type Role = keyof typeof WHAT;

export const newLinks: Said<typeof english> = {
  open: "Nuovi link…",
  title: "Nuovi link",
  what: "Quelli dati finora smettono di funzionare.",
  which: "Quali link",
  of: { edit: "Per scrivere", view: "Per leggere", host: "Per gli host" },
  /** What becomes of whom. */
  whatOf: {
    edit:
      "Chi è entrato con il vecchio link o codice deve scansionare di nuovo. " +
      "Il codice cambia, qui e sullo schermo grande.",
    view: "Chi è entrato con il vecchio link per leggere ha bisogno di quello nuovo. Il codice resta.",
    host:
      "Chi è host con il link per host ha bisogno di quello nuovo, ma non tu, né chi hai reso host in questo elenco. " +
      "Quello nuovo è nell’indirizzo di questa pagina.",
  },
  /** The door is closed: nobody who is out comes back. */
  closed: "La porta è chiusa: nessuno di loro rientra prima che tu la apra.",
  make: "Creane di nuovi",
  keep: "Tieni i vecchi",
  away: "Non c’è connessione. Si potrà fare quando torna.",
  made: (role: Role, by: string | null) =>
    by
      ? `${by} ha creato nuovi link ${WHAT[role]}. I vecchi non aprono più nulla.`
      : `Ci sono nuovi link ${WHAT[role]}. I vecchi non aprono più nulla.`,
};
