/** What went wrong, and the way on. */
import type { Said } from "..";
import type { trouble as english } from "../en/trouble";

export const trouble: Said<typeof english> = {
  key: [
    "Questo link non apre il foglio",
    "Forse è incompleto, o è di un foglio già finito. Chiedine uno nuovo, o scrivi il codice.",
  ],
  noKey: [
    "In questo link manca qualcosa",
    "È la parte dopo «#» che ti fa entrare. Chiedi il link intero, o scrivi il codice.",
  ],
  unknown: ["Qui non c’è un foglio con questo nome", "Forse è finito, o è su un altro computer."],
  full: ["Questo foglio è pieno", "Qualcuno deve uscire prima che tu possa entrare."],
  forbidden: ["Al momento non puoi entrare", "L’host ha chiuso la porta, o ti ha fatto uscire."],
  shownOut: ["L’host ti ha fatto uscire", "Torni solo se l’host ti fa entrare."],
  newLinks: [
    "L’host ha creato nuovi link",
    "Il tuo è uno dei vecchi. Scansiona ancora il codice, o scrivilo, e continua da dove eri.",
  ],
  wait: ["Non ancora", "Aspetta un minuto, poi riprova."],
  closed: [
    "In questo foglio al momento non entra più nessuno",
    "Chiedi all’host. Chi c’era già entra come prima.",
  ],
  broken: [
    "Qualcosa qui non si può mostrare",
    "Il testo è al sicuro dov’è. Riapri il foglio per continuare.",
  ],
  tooLarge: [
    "Era troppo grande per il foglio",
    "Non è stato accettato. La pagina si è fermata perché il tuo testo resti uguale a quello degli altri.",
  ],
  notKept: [
    "Qualcosa qui non può restare nel foglio",
    "Non tutti avrebbero potuto vederlo. La pagina si è fermata perché il tuo testo resti uguale a quello degli altri.",
  ],
  malformed: [
    "Il foglio non sa leggere qualcosa qui",
    "La pagina si è fermata perché il tuo testo resti uguale a quello degli altri.",
  ],
  offline: [
    "Fadepad non è raggiungibile",
    "Questo dispositivo è ancora sulla stessa rete del computer che condivide il foglio?",
  ],
  used: [
    "Questo link è già stato usato",
    "Il link proprio dell’host apre il foglio una volta, sul computer dell’host. " +
      "Il prossimo è dove Fadepad è stato avviato.",
  ],
  notHere: [
    "A questo indirizzo non c’è nulla",
    "Un foglio si apre con un link, un codice QR o un codice di sei caratteri.",
  ],
  again: "Riprova",
  knock: "Bussa",
  /** Where that can be asked for. */
  back: "Chiedi di tornare",
  lastWords: "Quello che hai scritto per ultimo non è stato accettato: copialo.",
  start: "Scrivi il codice",
  load: "Riapri il foglio",
};
