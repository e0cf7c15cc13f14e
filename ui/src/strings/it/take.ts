/** Sentences of the sheet by which a text is taken out and brought in. */
import type { Said } from "..";
import type { bring as englishBring, take as englishTake } from "../en/take";

const linesOf = (n: number) => (n === 1 ? "1 riga" : `${n} righe`);

export const take: Said<typeof englishTake> = {
  title: "Porta con te",
  way: "Con te o qui",
  out: "Porta con te",
  bring: "Porta qui",
  form: "In che forma",
  forms: {
    markdown: {
      sign: "md",
      name: "Markdown",
      hint: "per note e ticket; uno zip con le immagini",
    },
    docx: { sign: "docx", name: "Word", hint: "per l’ufficio, con gli stili" },
    odt: { sign: "odt", name: "OpenDocument", hint: "per LibreOffice e altri" },
    pdf: { sign: "pdf", name: "PDF", hint: "pagine fisse, pronte da stampare" },
    page: { sign: "html", name: "Pagina web", hint: "si legge in ogni browser, senza rete" },
    text: { sign: "txt", name: "Testo semplice", hint: "le parole e nient’altro" },
    capsule: {
      sign: "",
      name: "Capsula",
      hint: "si apre senza rete, continua in ogni Fadepad",
    },
    yjs: { sign: "yjs", name: "File Yjs", hint: "per i programmi che continuano con questo" },
  },
  keep: {
    markdown: "Salva il file Markdown",
    docx: "Salva il file Word",
    odt: "Salva il file OpenDocument",
    pdf: "Stampa, o salva un PDF",
    page: "Salva la pagina web",
    text: "Salva il file di testo",
    capsule: "Salva la capsula",
    yjs: "Salva il file Yjs",
  },
  copy: { rich: "Copia il testo", markdown: "Copia come Markdown", text: "Copia le parole" },
  stays: (lines: number) => `${linesOf(lines)}. Tutto resta su questo dispositivo.`,
  making: "Preparazione del file…",
  failed: "Non è stato possibile creare questo file. Al suo posto è stato salvato il Markdown.",
  digest: {
    title: "Riassunto in testa",
    hint: "Che cosa si è deciso, e chi fa che cosa",
    off: "Il file inizia con il testo.",
    never:
      "Questo file contiene solo il documento, come lo leggono i programmi: sopra il testo non c’è nulla.",
    how: "Ci vanno le caselle, e le righe che iniziano con !decision o ?question. Scrivi chi lo fa: @Jana.",
    none: "In questo testo non ci sono ancora caselle, !decision o ?question.",
    people: "Scrivi chi c’è",
    until: (time: string) => `fino alle ${time}`,
    heads: {
      open: (n: number) => `Da fare, ${n}`,
      done: (n: number) => `Fatto, ${n}`,
      decided: () => "Deciso",
      questions: (n: number) => (n === 1 ? "Domanda" : "Domande"),
    },
    more: (n: number) => `e altri ${n}`,
    alone: "Solo il riassunto",
    table: "Come tabella",
    days: (n: number) => (n === 1 ? "1 data per il calendario" : `${n} date per il calendario`),
    mail: "Per mail",
    columns: ["Che cosa", "Testo", "Chi", "Quando"],
    kinds: { open: "Da fare", done: "Fatto", decided: "Deciso", questions: "Domanda" },
  },
};

/** The same for what is brought in. */
export const bring: Said<typeof englishBring> = {
  title: "Porta qui qualcosa",
  choose: "Scegli un file",
  another: "Scegli un altro file",
  what: "Trascina qui Markdown, Word, OpenDocument, una pagina web, un testo o una capsula: 8 MB di testo, e le sue immagini",
  whatTouch:
    "Markdown, Word, OpenDocument, una pagina web, un testo o una capsula: 8 MB di testo, e le sue immagini",
  reading: (name: string) => `Lettura di ${name}…`,
  found: (
    size: string,
    { lines, boxes, pictures }: Record<"lines" | "boxes" | "pictures", number>,
  ) => [
    size,
    linesOf(lines),
    ...(boxes ? [boxes === 1 ? "1 casella" : `${boxes} caselle`] : []),
    ...(pictures ? [pictures === 1 ? "1 immagine" : `${pictures} immagini`] : []),
  ],
  lost: (n: number) =>
    n === 1
      ? "1 immagine resta fuori: questo browser non sa mostrarla, o non è nel file."
      : `${n} immagini restano fuori: questo browser non sa mostrarle, o non sono nel file.`,
  where: "Dove va?",
  places: {
    here: { name: "In questo foglio", hint: "qui non c’è ancora scritto nulla" },
    on: { name: "Avanti con questo testo", hint: "entra solo quello che è nuovo" },
    back: { name: "Quello che era eliminato, in fondo", hint: "sotto quello che c’è" },
    end: { name: "In fondo", hint: "sotto quello che c’è" },
    fresh: { name: "In un nuovo foglio", hint: "questo resta com’è" },
    instead: { name: "Al posto di questo testo", hint: "lo vedono tutti, si può annullare" },
  },
  put: {
    here: "Metti qui",
    on: "Vai avanti con questo",
    back: "Fai tornare",
    end: "Metti in fondo",
    fresh: "Metti in un nuovo foglio",
    instead: "Metti al suo posto",
  },
  history:
    "Una capsula continua con la sua storia. Se due persone portano la stessa, nulla si ripete.",
  words:
    "Le sue parole entrano come se le avessi scritte tu. La sua storia continua in un foglio vuoto.",
  same: "Questa capsula è già tutta qui.",
  gone: (n: number) =>
    n === 1
      ? "Questa capsula era tutta qui. Una sua riga nel frattempo è stata eliminata, e può tornare."
      : `Questa capsula era tutta qui. ${n} sue righe nel frattempo sono state eliminate, e possono tornare.`,
  changed:
    "Questa capsula era tutta qui, e nel frattempo ci si è scritto ancora. Può tornare com’era.",
  notNow: "Non ora",
  putting: "Inserimento…",
  away: "Non c’è connessione. Si potrà fare quando torna.",
  opening: "Questo foglio si sta riaprendo. Non è entrato nulla: prova ancora una volta.",
  beside: "Qualcuno aveva iniziato a scrivere qui: quello che hai portato è in fondo.",
  done: (name: string) => `${name} è nel testo`,
  tooMuch: (name: string) => `${name} è più di quanto entra in questo foglio. Non è entrato nulla.`,
  begun: "Qualcuno ha iniziato a scrivere qui. Scegli di nuovo dove va.",
  failed: "Non è stato possibile aprire il nuovo foglio. Non è entrato nulla.",
  offline:
    "Quello che serve per leggere questo tipo di file non è arrivato. Riprova quando torna la connessione.",
  broken: "Qualcosa è andato storto. Guarda il testo: una parte potrebbe essere già lì.",
  refused: {
    large: (name: string, size: string) =>
      `${name} è di ${size}, o molto di più una volta estratto. Entrano testi fino a 8 MB, con immagini fino a 64 MB.`,
    empty: (name: string) => `${name} è vuoto.`,
    silent: (name: string) => `In ${name} non c’è testo.`,
    unreadable: (name: string) =>
      `${name} non si può leggere: il file è danneggiato, o non è quello che dice il nome.`,
    deep: (name: string) =>
      `${name} non si può leggere: le sue parti stanno una nell’altra per centinaia di volte. ` +
      "Salvalo come testo semplice (.txt), e porta quello.",
    closed: (name: string) =>
      `${name} non si può aprire: è una cartella, o è stato spostato o cambiato da quando lo hai scelto.`,
    fault: (name: string) =>
      `Fadepad non è riuscito a leggere ${name}. Il file può essere a posto: ` +
      "salvalo come testo semplice (.txt), e porta quello.",
    away: (name: string) =>
      `Quello che serve per leggere ${name} non è arrivato. Riprova quando torna la connessione.`,
    picture: (name: string) =>
      `${name} è un’immagine: trascinala sul testo, incollala lì, ` +
      "o scegli «Immagine» nel menu «/», o «Foto» su un telefono.",
    pdf: (name: string) =>
      `${name} è un PDF: contiene pagine, e non un testo da continuare. ` +
      "Porta il documento da cui è stato fatto.",
    doc: (name: string) =>
      `${name} è un vecchio file Office. Salvalo prima come Word (.docx) o OpenDocument (.odt).`,
    rtf: (name: string) =>
      `${name} è testo formattato (RTF). Salvalo prima come Word (.docx) o OpenDocument (.odt).`,
    cells: (name: string) =>
      `${name} contiene tabelle o diapositive. Aprilo, copia quello che ti serve, e incollalo qui: ` +
      "le celle diventano una tabella.",
    zip: (name: string) => `In ${name} non c’è Markdown. Estrailo, e porta quello che c’è dentro.`,
    unknown: (name: string) =>
      `${name} non è tra i file che possono entrare: Markdown, Word, OpenDocument, pagine web, testo e capsule.`,
  },
};
