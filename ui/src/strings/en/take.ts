/** Sentences of the sheet by which a text is taken out and brought in. */

export const take = {
  title: "Take it with you",
  way: "Out or in",
  out: "Take out",
  bring: "Bring in",
  form: "As what",
  forms: {
    markdown: {
      sign: "md",
      name: "Markdown",
      hint: "for notes and tickets; a zip with its pictures",
    },
    docx: { sign: "docx", name: "Word", hint: "for the office, with styles" },
    odt: { sign: "odt", name: "OpenDocument", hint: "for LibreOffice and others" },
    pdf: { sign: "pdf", name: "PDF", hint: "fixed pages, ready for the printer" },
    page: { sign: "html", name: "Web page", hint: "reads in any browser, no network" },
    text: { sign: "txt", name: "Plain text", hint: "the words and nothing else" },
    capsule: { sign: "", name: "Capsule", hint: "opens offline, continues in any Fadepad" },
    yjs: { sign: "yjs", name: "Yjs file", hint: "for programs that go on with it" },
  },
  keep: {
    markdown: "Keep the Markdown file",
    docx: "Keep the Word file",
    odt: "Keep the OpenDocument file",
    pdf: "Print, or keep a PDF",
    page: "Keep the web page",
    text: "Keep the text file",
    capsule: "Keep the capsule",
    yjs: "Keep the Yjs file",
  },
  copy: { rich: "Copy the text", markdown: "Copy as Markdown", text: "Copy the words" },
  stays: (lines: number) =>
    `${lines === 1 ? "1 line" : `${lines} lines`}. It stays on this device.`,
  making: "Making the file…",
  failed: "This file could not be made now. Markdown was kept instead.",
  digest: {
    title: "Digest on top",
    hint: "What was decided, and who does what",
    off: "The file begins with the text.",
    never:
      "This file holds the document alone, as programs read it: nothing stands above the text.",
    how: "Tick boxes come into it, and lines that begin with !decision or ?question. Name who does it: @Jana.",
    none: "Nothing in this text is a tick box, a !decision or a ?question yet.",
    people: "Name who is here",
    until: (time: string) => `to ${time}`,
    heads: {
      open: (n: number) => `Open, ${n}`,
      done: (n: number) => `Done, ${n}`,
      decided: (_n: number) => "Decided",
      questions: (n: number) => (n === 1 ? "Question" : "Questions"),
    },
    more: (n: number) => `and ${n} more`,
    alone: "The digest alone",
    table: "As a table",
    days: (n: number) => (n === 1 ? "1 date for a calendar" : `${n} dates for a calendar`),
    mail: "By mail",
    columns: ["What", "Words", "Who", "When"],
    kinds: { open: "Open", done: "Done", decided: "Decided", questions: "Question" },
  },
} as const;

/** The same for what is brought in. */
export const bring = {
  title: "Bring something in",
  choose: "Choose a file",
  another: "Choose another file",
  what: "Drop Markdown, Word, OpenDocument, a web page, text or a capsule here: 8 MB of text, and its pictures",
  whatTouch:
    "Markdown, Word, OpenDocument, a web page, text or a capsule: 8 MB of text, and its pictures",
  reading: (name: string) => `Reading ${name}…`,
  found: (
    size: string,
    { lines, boxes, pictures }: Record<"lines" | "boxes" | "pictures", number>,
  ) => [
    size,
    lines === 1 ? "1 line" : `${lines} lines`,
    ...(boxes ? [boxes === 1 ? "1 tick box" : `${boxes} tick boxes`] : []),
    ...(pictures ? [pictures === 1 ? "1 picture" : `${pictures} pictures`] : []),
  ],
  lost: (n: number) =>
    n === 1
      ? "1 picture stays out: this browser can’t show it, or it is not in the file."
      : `${n} pictures stay out: this browser can’t show them, or they are not in the file.`,
  where: "Where does it go?",
  places: {
    here: { name: "Into this pad", hint: "nothing is written here yet" },
    on: { name: "On with this text", hint: "only what is new comes in" },
    back: { name: "What was deleted, at the end", hint: "below what is here" },
    end: { name: "At the end", hint: "below what is here" },
    fresh: { name: "Into a new pad", hint: "this one stays as it is" },
    instead: { name: "In place of this text", hint: "everyone sees it, undo works" },
  },
  put: {
    here: "Put it here",
    on: "Go on with it",
    back: "Bring it back",
    end: "Put it at the end",
    fresh: "Put it into a new pad",
    instead: "Put it in place of this",
  },
  history:
    "A capsule goes on with its own history. Two people who bring the same one double nothing.",
  words: "Its words come in, as if you had written them. Its history goes on in an empty pad.",
  same: "All of this capsule is here already.",
  gone: (n: number) =>
    n === 1
      ? "All of this capsule was here. One line of it is deleted by now, and can come back."
      : `All of this capsule was here. ${n} lines of it are deleted by now, and can come back.`,
  changed: "All of this capsule was here, and is written on since. It can come back as it was.",
  notNow: "Not now",
  putting: "Putting it in…",
  away: "There is no connection. It can be put in when that is back.",
  opening: "This pad is just being opened again. Nothing came in: try once more.",
  beside: "Somebody had begun to write here: what you brought is at the end.",
  done: (name: string) => `${name} is in the text`,
  tooMuch: (name: string) => `${name} is more than this pad can hold. Nothing came in.`,
  begun: "Somebody has begun to write here. Choose again where it goes.",
  failed: "The new pad could not be opened. Nothing came in.",
  offline:
    "What reads this kind of file could not be fetched. Try again when the connection is back.",
  broken: "Fadepad failed while it was put in. Look at the text: a part of it may be there.",
  refused: {
    large: (name: string, size: string) =>
      `${name} is ${size}, or unpacks to far more. Texts up to 8 MB fit, with pictures up to 64 MB.`,
    empty: (name: string) => `${name} is empty.`,
    silent: (name: string) => `There is no text in ${name}.`,
    unreadable: (name: string) =>
      `${name} can’t be read: it is damaged, or not what its name says.`,
    deep: (name: string) =>
      `${name} can’t be read: its parts lie in each other hundreds deep. Save it as plain text (.txt), and bring that.`,
    closed: (name: string) =>
      `${name} can’t be opened: it is a folder, or was moved or changed since you chose it.`,
    fault: (name: string) =>
      `Fadepad failed at ${name}. The file may be fine: save it as plain text (.txt), and bring that.`,
    away: (name: string) =>
      `What reads ${name} could not be fetched. Try again when the connection is back.`,
    picture: (name: string) =>
      `${name} is a picture: drop it on the text, paste it there, or choose Picture in the “/” menu or Photo on a phone.`,
    pdf: (name: string) =>
      `${name} is a PDF, which holds pages and no text to go on with. Bring the document that it was made from.`,
    doc: (name: string) =>
      `${name} is an old Office file. Save it as Word (.docx) or OpenDocument (.odt) first.`,
    rtf: (name: string) =>
      `${name} is rich text (RTF). Save it as Word (.docx) or OpenDocument (.odt) first.`,
    cells: (name: string) =>
      `${name} holds tables or slides. Copy what you need where it opens, and paste it: cells come in as a table.`,
    zip: (name: string) => `There is no Markdown in ${name}. Unpack it, and bring what is inside.`,
    unknown: (name: string) =>
      `${name} is none of the files that can come in: Markdown, Word, OpenDocument, web pages, text and capsules.`,
  },
} as const;
