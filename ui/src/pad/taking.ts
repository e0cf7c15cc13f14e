/** Taking the text away: to the clipboard, as a Markdown file, as a page that opens without a network. */
import type { PlainBlock } from "../forms/blocks";
import { htmlOf } from "../forms/html/write";
import { wordsOf } from "../forms/plain";
import { copyText, keepFile, timeOfDay } from "../kit/device";
import { toast } from "../kit/Toast";
import { t } from "../strings";
import type { CallForm } from "../take/FinalCall";

export interface Taking {
  /** True once the text is on the clipboard; else it was kept as a file. */
  copy: () => Promise<boolean>;
  keep: () => void;
  page: () => void;
  /** In one of the forms that the last call offers; what can't be made is kept as Markdown. */
  file: (form: CallForm) => void;
}

let markdownOf: (blocks: readonly PlainBlock[]) => string = wordsOf; // the words, until their form is here
/** The same as a file, which says what it is. */
let fileOf: (blocks: readonly PlainBlock[], foot: string) => string = wordsOf;

async function loadMarkdown(): Promise<void> {
  const [{ keptFile }, markdown] = await Promise.all([
    import("./clipboard/clearly"),
    import("../forms/markdown"),
  ]);
  ({ markdownOf } = markdown);
  fileOf = (blocks, foot) => keptFile(markdownOf(blocks), foot);
}

/** As Markdown, once that is here. */
export const markdown = (blocks: readonly PlainBlock[]): string => markdownOf(blocks);

/** Fetched once the text stands, so that it is here when it is wanted, also when the server is gone. */
export const loadSheets = () =>
  Promise.all([
    loadMarkdown(),
    import("../take/page"),
    import("./pictures/within"),
    import("../take/LastCall"),
    import("../take/FinalCall"),
    import("./Take"),
    import("../share/ShareSheet"),
    import("../life/LifeSheet"),
    import("../life/EndSheet"),
    import("./HostPeople"),
  ]);

/** "24 November 2026, 14:32" */
export const day = (now: Date): string =>
  `${now.toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric" })}, ${timeOfDay(now)}`;

/** What somebody typed and nobody else has: never lost to a browser that refuses to copy. */
export async function copyWords(pad: string, words: string): Promise<void> {
  if (await copyText(words)) toast(t.pad.wordsCopied);
  else keepWords(pad, words);
}

export function keepWords(pad: string, words: string): void {
  keepFile(`${pad}.md`, words);
  toast(t.more.kept);
}

/** `state` gives the document's bytes, while there is one. */
export function takingOf(
  pad: string,
  text: () => readonly PlainBlock[],
  state: (() => Uint8Array<ArrayBuffer>) | null = null,
): Taking {
  const foot = () => t.call.foot(pad, day(new Date()));
  const keep = () => {
    keepFile(`${pad}.md`, fileOf(text(), foot()));
    toast(t.more.kept);
  };
  const copy = async () => {
    const blocks = text();
    // beside Markdown its HTML, for programs that show it, and for the way back into a pad
    const copied = await copyText(markdownOf(blocks), htmlOf(blocks));
    if (copied) toast(t.more.copied);
    else keep(); // a browser that refuses to copy still hands out files
    return copied;
  };
  const page = async () => {
    const blocks = text(); // now: the editor may be gone when the rest has been fetched
    const [{ pageOf }, { withPictures }] = await Promise.all([
      import("../take/page"),
      import("./pictures/within"),
    ]);
    const html = htmlOf(await withPictures(blocks));
    keepFile(`${pad}.html`, pageOf(pad, html, foot()), "text/html");
    toast(t.more.kept);
  };
  const other = async (form: "docx" | "capsule") => {
    const [blocks, bytes] = [text(), form === "capsule" ? state?.() : undefined];
    const { keepAs } = await import("./files");
    await keepAs(form, { pad, blocks, bytes, when: day(new Date()) });
    toast(t.more.kept);
  };
  const file = (form: CallForm) => {
    if (form === "markdown") keep();
    else void (form === "page" ? page() : other(form)).catch(keep);
  };
  return { keep, copy, page: () => file("page"), file };
}
