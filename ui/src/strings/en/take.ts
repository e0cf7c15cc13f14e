/** Sentences of the sheet by which a text is taken out and brought in. */

export const take = {
  title: "Take it with you",
  way: "Out or in",
  out: "Take out",
  bring: "Bring in",
  form: "As what",
  forms: {
    markdown: { sign: "md", name: "Markdown", hint: "plain text for notes and tickets" },
    docx: { sign: "docx", name: "Word", hint: "for the office, with styles" },
    odt: { sign: "odt", name: "OpenDocument", hint: "for LibreOffice and others" },
    pdf: { sign: "pdf", name: "PDF", hint: "fixed pages, ready for the printer" },
    page: { sign: "html", name: "Web page", hint: "reads in any browser, no network" },
    text: { sign: "txt", name: "Plain text", hint: "the words and nothing else" },
    yjs: { sign: "yjs", name: "Yjs file", hint: "for programs that go on with it" },
  },
  keep: {
    markdown: "Keep the Markdown file",
    docx: "Keep the Word file",
    odt: "Keep the OpenDocument file",
    pdf: "Print, or keep a PDF",
    page: "Keep the web page",
    text: "Keep the text file",
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
  },
} as const;
