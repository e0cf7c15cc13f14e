/** The pad itself: its bar, its lines of state, the text. */
import type { Said } from "..";
import type * as english from "../en/pad";

export const pad: Said<typeof english.pad> = {
  share: "Condividi",
  more: "Altro",
  fullEditor: "Tutti gli strumenti",
  companion: "Vista semplice",
  opening: "Apertura del foglio…",
  editor: (pad: string) => `Testo di ${pad}`,
  placeholder: "Scrivi «/» per titoli, elenchi, tabelle…",
  emptyPlaceholder: "Scrivi qualcosa. Chi è qui lo vede.",
  misfit: "Questa parte qui non si può mostrare",
  misfitInLine: "qui non si può mostrare",
  misfitStays: "Resta nel foglio e va in ogni copia.",
  misfitRemove: "Togli",
  misfitCopy: "(Una parte che non si può mostrare)",
  saves: ["Il computer dell’host ", "tiene una copia", " di questo foglio quando finisce."],
  readOnly: "Qui puoi leggere.",
  isOff: "Qui puoi leggere. La scrittura è disattivata.",
  /** When a host has just decided so. */
  mayNow: {
    edit: "Ora puoi scrivere.",
    host: "Ora sei host di questo foglio.",
    noHost: "Non sei più host di questo foglio.",
  },
  tooMuch: "È più di quanto entra nel foglio. Non è stato incollato nulla.",
  noFiles: "Le immagini di altre pagine non entrano. Portane una da questo dispositivo.",
  noWay: "La connessione è persa. Riprova tra un momento.",
  notConnected: "Nessuna connessione. Continua a scrivere: verrà inviato tutto.",
  notInYet: "Nessuna connessione. Il foglio si apre appena Fadepad risponde.",
  notConnectedReading: "Nessuna connessione. Quello che scrivono gli altri arriva appena torna.",
  blocked:
    "Questa rete mostra la pagina, ma non fa passare nulla di quello che si scrive. Chiedi all’host un’altra via.",
  blockedReading:
    "Questa rete mostra la pagina, ma non quello che scrivono gli altri. Chiedi all’host un’altra via.",
  staysHere: (time: string) => `Quello che hai scritto dalle ${time} è solo in questa pagina.`,
  waits: (time: string) => `Quello che hai scritto dalle ${time} aspetta in questa pagina.`,
  allSent: "Tutto quello che hai scritto prima è arrivato.",
  full: "Questo foglio al momento è pieno. Entri appena c’è posto.",
  held: (time: string) => [
    `Quello che hai scritto dalle ${time} `,
    "non passa",
    ". Gli altri non lo vedono.",
  ],
  left: (time: string, isTooMuch: boolean) =>
    isTooMuch
      ? [
          `Una parte di quello che hai scritto dalle ${time} è `,
          "più di quanto entra in questo foglio",
          ". Non è più nel testo.",
        ]
      : [
          `Una parte di quello che hai scritto dalle ${time} `,
          "non può restare in questo foglio",
          ". Non è più nel testo.",
        ],
  takenOut: (time: string) => [
    `Quello che hai scritto dalle ${time} era in una riga `,
    "tolta nel frattempo",
    ". Non è più nel testo.",
  ],
  begunAfresh: () => [
    "L’host ha ricominciato da capo questo foglio. Quello che hai scritto per ultimo ",
    "non è passato",
    ". Copialo: non è più nel testo.",
  ],
  tooLate: (time: string) => [
    `La scrittura è stata disattivata. Quello che hai scritto dalle ${time} `,
    "non è stato accettato",
    ". Copialo: non è più nel testo.",
  ],
  takenBack: (time: string, isTooMuch: boolean) =>
    isTooMuch
      ? [
          `Quello che hai fatto alle ${time} era `,
          "più di quanto entra in questo foglio",
          ". È stato annullato.",
        ]
      : [
          `Quello che hai fatto alle ${time} `,
          "non può restare in questo foglio",
          ". È stato annullato.",
        ],
  guessing: (wrong: number) =>
    `Qualcuno prova dei codici: ${wrong} ${wrong === 1 ? "sbagliato" : "sbagliati"} in dieci minuti. ` +
    "Per provarne altri ora si aspetta, e il codice resta com’è.",
  filling: (name: string) =>
    `${name} ha messo in questo foglio tutto quello che può metterci una persona, e altro non entra.`,
  copyWords: "Copia il mio testo",
  wordsCopied: "Il tuo testo è copiato",
  openAgain: "Riapri il foglio",
  ending: (left: string) => `Questo foglio finisce tra ${left}.`,
  takeCopy: "Prendi una copia",
  done: "Fatto",
  fold: "Mostra o nascondi il contenuto",
  language: "Linguaggio di questo codice",
  /** For who only reads: a block of another program that nobody has given a file. */
  missing: {
    image: "Un’immagine senza indirizzo",
    video: "Un video senza indirizzo",
    audio: "Un audio senza indirizzo",
    file: "Un file senza indirizzo",
  },
};

/** What another host has decided: by name, where it was no program. */
export const decided: Said<typeof english.decided> = {
  writing: (host: string | null, on: boolean) => {
    const how = on ? "attivato" : "disattivato";
    return host
      ? `${host} ha ${how} la scrittura.`
      : `La scrittura è ${on ? "attivata" : "disattivata"}.`;
  },
  roles: {
    edit: (host: string | null, name: string) =>
      host ? `${host} fa scrivere ${name}.` : `${name} ora scrive.`,
    view: (host: string | null, name: string) =>
      host ? `${host} ha messo ${name} in sola lettura.` : `${name} ora legge soltanto.`,
    host: (host: string | null, name: string) =>
      host ? `${host} ha dato a ${name} il ruolo di host.` : `${name} ora è host.`,
  },
  door: {
    open: (host: string | null) => (host ? `${host} ha aperto la porta.` : "La porta è aperta."),
    knock: (host: string | null) =>
      host ? `${host} chiede di bussare prima di entrare.` : "Ora chi arriva deve bussare.",
    closed: (host: string | null) =>
      host
        ? `${host} ha chiuso la porta: non entra più nessuno.`
        : "La porta è chiusa: non entra più nessuno.",
  },
  pin: (host: string | null, on: boolean) => {
    if (!on) return host ? `${host} ha tolto il PIN.` : "Non c’è più un PIN.";
    return host
      ? `${host} ha impostato un PIN: il codice da solo non basta più.`
      : "Ora c’è un PIN.";
  },
  pencil: (host: string | null, name: string) =>
    host ? `${host} ha passato la matita a ${name}.` : `${name} ora ha la matita.`,
  newLinks: (host: string | null, of: "edit" | "view" | "host") => {
    const which = { edit: "per scrivere", view: "per leggere", host: "per gli host" }[of];
    return host ? `${host} ha creato nuovi link ${which}.` : `Ci sono nuovi link ${which}.`;
  },
  showOut: (host: string | null, name: string) =>
    host ? `${host} ha fatto uscire ${name}.` : `${name} ora è fuori.`,
  /** Why what one has decided oneself is not done. */
  refused: {
    notHost: "Non è cambiato nulla: lo decide solo chi è entrato con un link per host.",
    oneself: "Non è cambiato nulla: un host non toglie nulla a se stesso.",
    tooFast: "Niente nuovi link: dieci volte al minuto, non di più.",
    nobody: "Questa persona non è più qui.",
    tooMany: "Non è cambiato nulla: troppe persone sono fuori, o hanno un ruolo a parte.",
  },
};

/** Who reads and asks to write. */
export const hands: Said<typeof english.hands> = {
  ask: "Chiedi di scrivere",
  asked: "Qui puoi leggere. Gli host vedono che chiedi di scrivere.",
  askNoMore: "Non chiedere più",
  /** For hosts: the one who asks the longest, and how many more. */
  asking: (name: string, more: number) => {
    if (more === 0) return `${name} chiede di scrivere.`;
    const others = more === 1 ? "un’altra persona" : `altre ${more} persone`;
    return `${name} e ${others} chiedono di scrivere.`;
  },
  answer: "Rispondi",
};

export const templates: Said<typeof english.templates> = {
  label: "Inizia con",
  agenda: "Ordine del giorno",
  goal: "Obiettivo",
  topics: "Argomenti",
  next: "Prossimi passi",
  minutes: "Verbale",
  present: "Chi c’è",
  decisions: "Decisioni",
  todo: "Da fare",
  open: "In sospeso",
  retro: "Retro",
  well: "Che cosa è andato bene",
  hard: "Che cosa è stato difficile",
  tried: "Che cosa proviamo ora",
};

export const thumb: Said<typeof english.thumb> = {
  label: "Scrivi",
  line: "Riga",
  tick: "Casella",
  list: "Elenco",
  heading: "Titolo",
  photo: "Foto",
  undo: "Annulla",
};

export const more: Said<typeof english.more> = {
  theme: "Aspetto",
  language: "Lingua",
  system: "Sistema",
  light: "Chiaro",
  dark: "Scuro",
  people: "Persone",
  outline: "Struttura",
  find: "Trova…",
  copy: "Copia il testo come Markdown",
  copied: "Testo copiato",
  take: "Porta con te…",
  bring: "Porta qui…",
  kept: "File salvato",
  keptWithout:
    "File salvato. Alcune immagini o alcuni file non si sono potuti prendere e non ci sono.",
  licenses: "Licenze",
  leave: "Esci",
  end: "Chiudi ora…",
  handOver: "Passa il foglio…",
  newPad: "Nuovo foglio…",
  pads: "Fogli su questo computer",
};
