/** Taking the text away: to the clipboard, as a Markdown file, as a page that opens without a network. */
import type { PlainBlock } from "../forms/blocks";
import { htmlOf } from "../forms/html/write";
import { wordsOf } from "../forms/plain";
import { copyText, keepFile, timeOfDay } from "../kit/device";
import { toast } from "../kit/Toast";
import { locale, t } from "../strings";
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
async function loadMarkdown(): Promise<void> {
  ({ markdownOf } = await import("../forms/markdown"));
}

/** As Markdown, once that is here. */
export const markdown = (blocks: readonly PlainBlock[]): string => markdownOf(blocks);

/** Fetched once the text stands, so that it is here when it is wanted, also when the server is gone. */
export const loadSheets = () =>
  Promise.all([
    loadMarkdown(),
    import("../take/page"),
    import("../take/LastCall"),
    import("../take/FinalCall"),
    import("./Take"),
    import("./drops"),
    import("../share/ShareSheet"),
    import("../life/LifeSheet"),
    import("../life/EndSheet"),
    import("./HostPeople"),
    import("./outline/Outline"),
    import("./keys/KeySheet"),
  ]);

/** "24 November 2026, 14:32" */
export const day = (now: Date): string =>
  `${now.toLocaleDateString(locale, { day: "numeric", month: "long", year: "numeric" })}, ${timeOfDay(now)}`;

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
  const copy = async () => {
    const blocks = text();
    // beside Markdown its HTML, for programs that show it, and for the way back into a pad
    const copied = await copyText(markdownOf(blocks), htmlOf(blocks));
    if (copied) toast(t.more.copied);
    else file("markdown"); // a browser that refuses to copy still hands out files
    return copied;
  };
  const made = async (form: CallForm, blocks: readonly PlainBlock[]) => {
    const bytes = form === "capsule" ? state?.() : undefined;
    const { keepAs } = await import("./files");
    const isWhole = await keepAs(form, { pad, blocks, bytes, when: day(new Date()) });
    toast(isWhole ? t.more.kept : t.more.keptWithout);
  };
  const file = (form: CallForm) => {
    const blocks = text(); // now: the editor may be gone when the rest has been fetched
    // what can't be made as it was asked for is kept all the same
    void made(form, blocks).catch(() => keepWords(pad, markdownOf(blocks)));
  };
  return { keep: () => file("markdown"), copy, page: () => file("page"), file };
}
