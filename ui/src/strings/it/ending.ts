/** Sentences of a pad's end while it lives: the host's last word, and the last call. */
import type { Said } from "..";
import type { call as englishCall, end as englishEnd } from "../en/ending";
import { long, people } from "./numbers";

/** What is left of the text after its end. */
export const afterwards = (saves: boolean): string =>
  saves
    ? ". Il computer dell’host ne tiene una copia su file."
    : ", e Fadepad non può farlo tornare.";

const after = (saves: boolean): string =>
  saves
    ? "Dopo, il computer dell’host ne ha una copia su file."
    : "Dopo, Fadepad non può farlo tornare.";

export const end: Said<typeof englishEnd> = {
  title: "Chiudere questo foglio per tutti?",
  body: (n: number, seconds: number, saves: boolean) =>
    `${n > 1 ? `Qui ci sono ${people(n)}. Ogni persona` : "Non c’è nessun altro. Chi arriva"} ` +
    `potrà prendere una copia: per ${long(seconds)}, o finché tutti non hanno risposto. ` +
    "Fino ad allora puoi ancora fermare tutto. " +
    `Dopo, il testo viene cancellato dalla memoria e dalle pagine che lo mostrano${afterwards(saves)}`,
  bodyAtOnce: (n: number, saves: boolean) =>
    `${n > 1 ? `Qui ci sono ${people(n)}, e nessuna potrà prendere una copia` : "Non c’è nessun altro"}: ` +
    `il testo viene cancellato subito, dalla memoria e dalle pagine che lo mostrano${afterwards(saves)}`,
  copy: "Prima salva un file Markdown",
  confirm: "Sì, chiudilo",
  now: "Chiudi ora",
  stay: "Non ora",
  failed: "Nessuna connessione. Il foglio si potrà chiudere quando torna.",
};

export const call: Said<typeof englishCall> = {
  title: {
    soon: "Questo foglio finisce tra poco",
    leaving: "Qui ci sei solo tu",
    unsent: "Non è arrivato tutto",
  },
  ends: (name: string) => `${name} chiude questo foglio`,
  youEnd: "Stai chiudendo questo foglio",
  why: {
    host: "L’host chiude questo foglio",
    stop: "Fadepad si chiude, e questo foglio con lui",
    announced: "Questo foglio finisce ora, come aveva deciso l’host",
    max_lifetime: "Questo foglio non può restare più a lungo",
  },
  lead: "Poi il testo non ci sarà più. Prendi una copia, se ti serve.",
  leadKept:
    "Poi qui viene cancellato, e il computer dell’host ne tiene una copia. Prendine una, se ti serve.",
  seconds: (n: number) => (n === 1 ? "secondo" : "secondi"),
  minutes: "minuti",
  copied: "Copiato. Incollalo dove vuoi",
  file: "Salva un file",
  fileHint: "Word, pagina web, capsula e altri",
  fileForm: "Quale file?",
  forms: { markdown: "Markdown", docx: "Word", page: "Pagina web", capsule: "Capsula" },
  fileKept: "Salvato. È tra i tuoi download",
  none: "Non mi serve",
  noneHint: "Su questo dispositivo non ne resta nulla",
  fadeHint: "Finisce poco dopo l’ultima risposta",
  another: "Chiedi un altro minuto",
  anotherGiven: "C’è un altro minuto per tutti. ",
  /** `asked`: whether who reads this is among them. */
  answered: (n: number, of: number, asked: boolean) => {
    const now = "Il foglio finisce tra un momento.";
    if (of === 0) return `Non si aspetta nessun’altra risposta. ${now}`;
    if (of === 1) {
      if (n === of)
        return `${asked ? "La tua risposta" : "L’unica risposta attesa"} è arrivata. ${now}`;
      return `Il foglio finisce poco dopo ${asked ? "la tua risposta" : "l’unica risposta attesa"}.`;
    }
    if (n === of) return `Hanno risposto tutti. ${now}`;
    const some = `${n} ${n === 1 ? "risposta" : "risposte"} su ${of}.`;
    return `${some} Il foglio finisce poco dopo l’ultima.`;
  },
  back: "Torna al testo",
  soon: (time: string) =>
    `Finisce ${time}, anche se c’è ancora qualcuno. Prendi una copia, se ti serve il testo.`,
  leaving: (ttl: number, saves: boolean) =>
    `Se esci, questo foglio svanisce tra ${long(ttl)}. ${after(saves)}`,
  leavingUntil: (time: string, saves: boolean) =>
    `Se esci, questo foglio resta, e finisce ${time}. ${after(saves)}`,
  leavingKept:
    "Se esci, questo foglio resta finché l’host non lo chiude, o finché un foglio può restare.",
  unsent: (time: string) =>
    `Quello che hai scritto dalle ${time} è solo in questa pagina. Se esci ora, va perso.`,
  leftOut: (time: string) =>
    `Una parte di quello che hai scritto dalle ${time} non è nel foglio, ma solo in questa pagina. ` +
    "Se esci ora, va persa. Copiala dalla riga sopra il testo.",
  copy: "Copia il testo",
  copyHint: "Markdown, da incollare ovunque",
  keep: "Salva un file Markdown",
  keepHint: "Testo semplice per note e ticket",
  page: "Salva una pagina web",
  pageHint: "Si apre in ogni browser, senza rete",
  others: "Altre forme…",
  othersHint: "Word, PDF, una capsula per continuare",
  letFade: "Lascialo svanire",
  goOn: "Torna al testo",
  stop: "Tieni aperto",
  stopped: "Questo foglio continua.",
  stay: "Resta",
  leave: "Esci comunque",
  foot: (pad: string, when: string) => `${pad}, preso da Fadepad il ${when}.`,
};
