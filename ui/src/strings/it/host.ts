/** Every sentence on the host's page. Apart from the others, because only a host's browser loads it. */
import type { Said } from "..";
import type { host as english } from "../en/host";
import { afterwards } from "./ending";
import { long, people } from "./numbers";

/** What those who are here get before the end. */
function offered(n: number, lastCall: number | null): string {
  if (n === 0 || lastCall === null) return "";
  return lastCall === 0
    ? " Nessuno potrà prendere una copia."
    : ` Ogni persona potrà prendere una copia: per ${long(lastCall)}, o finché tutti non hanno risposto.`;
}

export const host: Said<typeof english> = {
  title: "Fogli su questo computer",
  newPad: "Nuovo foglio",
  asking: "Ricerca dei tuoi fogli…",
  empty: "Qui non ci sono fogli aperti.",
  away: "Fadepad non è raggiungibile. Quello che vedi qui potrebbe essere cambiato.",
  failed: "Non ha funzionato. Riprova tra un momento.",
  nobody: "nessuno qui",
  elsewhere: "iniziato altrove",
  knocks: (n: number) => `${people(n)} ${n === 1 ? "vuole" : "vogliono"} entrare`,
  letIn: "Rispondi",
  letInOne: (pad: string) => `Rispondi a chi vuole entrare in ${pad}`,
  keep: "Tieni aperto",
  keepOne: (pad: string) => `Tieni aperto: ${pad}`,
  more: (pad: string) => `Altro per ${pad}`,
  open: "Apri",
  rename: "Rinomina…",
  renameTitle: (pad: string) => `Rinomina ${pad}`,
  renameLabel: "Quello che leggono tutti",
  renameHint: "Link e codice restano come sono. Lascia vuoto per il nome originale.",
  renameDone: "Rinomina",
  join: "Entra in un altro foglio",
  foot: (saves: boolean) =>
    saves
      ? "Il testo resta in memoria, e su file qui quando il foglio finisce. Quando Fadepad si chiude, finiscono tutti i fogli."
      : "Il testo resta solo in memoria. Quando Fadepad si chiude, tutti i fogli qui finiscono.",
  endTitle: (pad: string) => `Chiudere ${pad} per tutti?`,
  /** `lastCall`: how long everyone is offered a copy (seconds); `null` before it is known. */
  endBody: (n: number, lastCall: number | null, saves: boolean) =>
    `${n === 0 ? "Nel foglio non c’è nessuno." : `Nel foglio ${n === 1 ? "c’è" : "ci sono"} ${people(n)}.`}${offered(n, lastCall)} ` +
    `Il testo verrà cancellato dalla memoria e dalle pagine che lo mostrano${afterwards(saves)}` +
    (saves ? "" : " Per tenerne una copia, apri prima il foglio."),
};
