/** Sentences of the sheet by which a text is taken out and brought in. */
import type { Said } from "..";
import type { bring as englishBring, take as englishTake } from "../en/take";

export const take: Said<typeof englishTake> = {
  title: "Mitnehmen",
  way: "Hinaus oder herein",
  out: "Mitnehmen",
  bring: "Mitbringen",
  form: "In welcher Form",
  forms: {
    markdown: {
      sign: "md",
      name: "Markdown",
      hint: "für Notizen und Tickets; als Zip mit den Bildern",
    },
    docx: { sign: "docx", name: "Word", hint: "fürs Büro, mit Formatvorlagen" },
    odt: { sign: "odt", name: "OpenDocument", hint: "für LibreOffice und andere" },
    pdf: { sign: "pdf", name: "PDF", hint: "feste Seiten, bereit zum Drucken" },
    page: { sign: "html", name: "Webseite", hint: "lesbar in jedem Browser, ohne Netz" },
    text: { sign: "txt", name: "Reiner Text", hint: "der Wortlaut und sonst nichts" },
    capsule: { sign: "", name: "Kapsel", hint: "öffnet ohne Netz, geht in jedem Fadepad weiter" },
    yjs: { sign: "yjs", name: "Yjs-Datei", hint: "für Programme, die damit weitermachen" },
  },
  keep: {
    markdown: "Markdown-Datei speichern",
    docx: "Word-Datei speichern",
    odt: "OpenDocument speichern",
    pdf: "Drucken oder als PDF speichern",
    page: "Webseite speichern",
    text: "Textdatei speichern",
    capsule: "Kapsel speichern",
    yjs: "Yjs-Datei speichern",
  },
  copy: { rich: "Text kopieren", markdown: "Als Markdown kopieren", text: "Reinen Text kopieren" },
  stays: (lines: number) =>
    `${lines === 1 ? "1 Zeile" : `${lines} Zeilen`}. Alles bleibt auf diesem Gerät.`,
  making: "Die Datei entsteht…",
  failed: "Diese Datei ließ sich gerade nicht erstellen. Stattdessen wurde Markdown gespeichert.",
  digest: {
    title: "Kurzfassung voran",
    hint: "Was beschlossen wurde, und wer was macht",
    off: "Die Datei beginnt mit dem Text.",
    never:
      "Diese Datei enthält nur das Dokument, wie Programme es lesen: Über dem Text steht nichts.",
    how: "Hinein kommen Kästchen und Zeilen, die mit !decision oder ?question beginnen. Nennen Sie, wer es macht: @Jana.",
    none: "In diesem Text gibt es noch kein Kästchen, kein !decision und kein ?question.",
    people: "Nennen, wer da ist",
    until: (time: string) => `bis ${time} Uhr`,
    heads: {
      open: (n: number) => `Offen, ${n}`,
      done: (n: number) => `Erledigt, ${n}`,
      decided: () => "Beschlossen",
      questions: (n: number) => (n === 1 ? "Frage" : "Fragen"),
    },
    more: (n: number) => `und ${n} weitere`,
    alone: "Nur die Kurzfassung",
    table: "Als Tabelle",
    days: (n: number) => (n === 1 ? "1 Termin für den Kalender" : `${n} Termine für den Kalender`),
    mail: "Per Mail",
    columns: ["Was", "Wortlaut", "Wer", "Wann"],
    kinds: { open: "Offen", done: "Erledigt", decided: "Beschlossen", questions: "Frage" },
  },
};

/** The same for what is brought in. */
export const bring: Said<typeof englishBring> = {
  title: "Etwas mitbringen",
  choose: "Datei wählen",
  another: "Andere Datei wählen",
  what: "Markdown, Word, OpenDocument, eine Webseite, Text oder eine Kapsel hier ablegen: 8 MB Text und seine Bilder",
  whatTouch:
    "Markdown, Word, OpenDocument, eine Webseite, Text oder eine Kapsel: 8 MB Text und seine Bilder",
  reading: (name: string) => `${name} wird gelesen…`,
  found: (
    size: string,
    { lines, boxes, pictures }: Record<"lines" | "boxes" | "pictures", number>,
  ) => [
    size,
    lines === 1 ? "1 Zeile" : `${lines} Zeilen`,
    ...(boxes ? [`${boxes} Kästchen`] : []),
    ...(pictures ? [pictures === 1 ? "1 Bild" : `${pictures} Bilder`] : []),
  ],
  lost: (n: number) =>
    n === 1
      ? "1 Bild bleibt draußen: Dieser Browser kann es nicht zeigen, oder es ist nicht in der Datei."
      : `${n} Bilder bleiben draußen: Dieser Browser kann sie nicht zeigen, oder sie sind nicht in der Datei.`,
  where: "Wohin damit?",
  places: {
    here: { name: "In dieses Pad", hint: "hier steht noch nichts" },
    on: { name: "Diesen Text fortsetzen", hint: "nur Neues kommt dazu" },
    back: { name: "Was gelöscht war, ans Ende", hint: "unter das, was hier steht" },
    end: { name: "Ans Ende", hint: "unter das, was hier steht" },
    fresh: { name: "In ein neues Pad", hint: "dieses bleibt, wie es ist" },
    instead: { name: "Statt dieses Textes", hint: "alle sehen es; es lässt sich zurücknehmen" },
  },
  put: {
    here: "Hier einfügen",
    on: "Damit weitermachen",
    back: "Zurückholen",
    end: "Ans Ende setzen",
    fresh: "In ein neues Pad setzen",
    instead: "Stattdessen einsetzen",
  },
  history:
    "Eine Kapsel geht mit ihrem eigenen Verlauf weiter. Bringen zwei Personen dieselbe mit, wird nichts doppelt.",
  words:
    "Ihr Text kommt herein, als wäre er hier geschrieben. Mit ihrem Verlauf geht sie in einem leeren Pad weiter.",
  same: "Diese Kapsel ist schon ganz hier.",
  gone: (n: number) =>
    n === 1
      ? "Diese Kapsel war ganz hier. Eine Zeile davon ist inzwischen gelöscht und lässt sich zurückholen."
      : `Diese Kapsel war ganz hier. ${n} Zeilen davon sind inzwischen gelöscht und lassen sich zurückholen.`,
  changed:
    "Diese Kapsel war ganz hier, und daran wurde weitergeschrieben. Sie lässt sich zurückholen, wie sie war.",
  notNow: "Jetzt nicht",
  putting: "Wird eingefügt…",
  away: "Es gibt keine Verbindung. Es geht wieder, sobald sie zurück ist.",
  opening:
    "Dieses Pad wird gerade neu geöffnet. Es kam nichts herein: Bitte noch einmal versuchen.",
  beside: "Hier hatte jemand zu schreiben begonnen: Was Sie mitgebracht haben, steht am Ende.",
  done: (name: string) => `${name} ist im Text`,
  tooMuch: (name: string) => `${name} ist mehr, als dieses Pad fassen kann. Es kam nichts herein.`,
  begun: "Jemand hat hier zu schreiben begonnen. Wählen Sie noch einmal, wohin es soll.",
  failed: "Das neue Pad ließ sich nicht öffnen. Es kam nichts herein.",
  offline:
    "Zum Lesen solcher Dateien fehlt etwas, das sich nicht holen ließ. Versuchen Sie es wieder, wenn die Verbindung zurück ist.",
  broken:
    "Beim Einfügen ist etwas schiefgegangen. Sehen Sie im Text nach: Ein Teil davon kann schon dort stehen.",
  refused: {
    large: (name: string, size: string) =>
      `${name} ist ${size} groß, oder ausgepackt weit größer. Texte bis 8 MB passen, mit Bildern bis 64 MB.`,
    empty: (name: string) => `${name} ist leer.`,
    silent: (name: string) => `In ${name} steht kein Text.`,
    unreadable: (name: string) =>
      `${name} lässt sich nicht lesen: Die Datei ist beschädigt, oder nicht das, was ihr Name sagt.`,
    deep: (name: string) =>
      `${name} lässt sich nicht lesen: Die Teile darin stecken hundertfach ineinander. ` +
      "Speichern Sie sie als reinen Text (.txt), und bringen Sie den mit.",
    closed: (name: string) =>
      `${name} lässt sich nicht öffnen: Es ist ein Ordner, oder es wurde seit der Auswahl verschoben oder geändert.`,
    fault: (name: string) =>
      `Fadepad kam mit ${name} nicht zurecht. Die Datei kann in Ordnung sein: ` +
      "Speichern Sie sie als reinen Text (.txt), und bringen Sie den mit.",
    away: (name: string) =>
      `Zum Lesen von ${name} fehlt etwas, das sich nicht holen ließ. ` +
      "Versuchen Sie es wieder, wenn die Verbindung zurück ist.",
    picture: (name: string) =>
      `${name} ist ein Bild: Ziehen Sie es auf den Text, fügen Sie es dort ein, ` +
      "oder wählen Sie „Bild“ im „/“-Menü oder „Foto“ auf dem Handy.",
    pdf: (name: string) =>
      `${name} ist ein PDF: Es enthält Seiten und keinen Text zum Weiterschreiben. ` +
      "Bringen Sie das Dokument mit, aus dem es entstanden ist.",
    doc: (name: string) =>
      `${name} ist eine alte Office-Datei. Speichern Sie sie zuerst als Word (.docx) oder OpenDocument (.odt).`,
    rtf: (name: string) =>
      `${name} ist Rich Text (RTF). Speichern Sie die Datei zuerst als Word (.docx) oder OpenDocument (.odt).`,
    cells: (name: string) =>
      `${name} enthält Tabellen oder Folien. Kopieren Sie dort, was Sie brauchen, und fügen Sie es hier ein: ` +
      "Aus Zellen wird eine Tabelle.",
    zip: (name: string) =>
      `In ${name} ist kein Markdown. Entpacken Sie die Datei, und bringen Sie mit, was darin ist.`,
    unknown: (name: string) =>
      `${name} ist keine der Dateien, die hier hereinkommen: Markdown, Word, OpenDocument, Webseiten, Text und Kapseln.`,
  },
};
