/** After the end, and after leaving. */
import type { Said } from "..";
import type { ended as englishEnded, left as englishLeft } from "../en/ended";
import { inWords } from "./numbers";

export const left: Said<typeof englishLeft> = {
  title: "Hai lasciato il foglio",
  body: "In questa pagina non c’è più testo. Finché il foglio esiste, puoi tornare.",
  back: "Torna al foglio",
};

export const ended: Said<typeof englishEnded> = {
  title: "Questo foglio è svanito",
  faded: (time: string, ttl: number) =>
    `Finito alle ${time}, ${inWords(ttl)} dopo l’uscita dell’ultima persona.`,
  fadedPlain: "È finito un po’ dopo l’uscita dell’ultima persona.",
  host: (time: string) => `L’host lo ha chiuso alle ${time}.`,
  hostPlain: "L’host lo ha chiuso.",
  stop: (time: string) =>
    `Finito alle ${time}, quando il programma sul computer dell’host è stato fermato.`,
  stopPlain: "È finito quando il programma sul computer dell’host è stato fermato.",
  announced: (time: string) => `Finito alle ${time}, come aveva deciso l’host.`,
  announcedPlain: "È finito all’ora decisa dall’host.",
  maxLifetime: (time: string) => `Finito alle ${time}: un foglio non può restare più a lungo.`,
  afresh: (time: string) =>
    `Alle ${time} l’host ha ricominciato da capo. Il foglio continua: scansiona di nuovo il codice, o chiedi il nuovo link.`,
  afreshPlain:
    "L’host ha ricominciato da capo. Il foglio continua: scansiona di nuovo il codice, o chiedi il nuovo link.",
  handedOn: (time: string) => `Dalle ${time} continua su un altro computer.`,
  handedOnPlain: "Continua su un altro computer.",
  at: (time: string) => `Finito alle ${time}.`,
  plain: "Il testo è cancellato dalla memoria, e Fadepad non può farlo tornare.",
  slept: "In quel momento questo dispositivo non c’era. Dopo la fine non è stato inviato nulla.",
  held: "Hai ancora una copia",
  heldLead:
    "In questa pagina c’è il testo come lo hai visto l’ultima volta. Sparisce quando chiudi la pagina.",
  anew: "Inizia un nuovo foglio con questa",
  anewFailed: "Non è stato possibile aprire il nuovo foglio. La tua copia è ancora qui.",
  keep: "Salva un file",
  page: "Salva una pagina web",
  forget: "Dimenticala",
  dropped: "In questa pagina non c’è più testo.",
  receipt: "Ricevuta",
  erased: "Cancellato dalla memoria",
  told: "Persone avvisate",
  copies: "Copie cancellate dai browser",
  files: "File salvati alla fine",
  filesKept: (n: number) => `${n}, dal computer dell’host`,
  honest: "Chi lo aveva aperto può averne tenuto copie.",
  nobody: "non c’era nessuno",
  nOf: (n: number, of: number) => `${n} su ${of}`,
  stands:
    "Il suo codice vale ancora: chi lo scansiona inizia un nuovo foglio vuoto, e questa pagina va lì.",
  again: (pad: string) => `${pad} c’è di nuovo, vuoto.`,
  goThere: "Vai lì",
  newPad: "Nuovo foglio",
  start: "Scrivi un altro codice",
};
