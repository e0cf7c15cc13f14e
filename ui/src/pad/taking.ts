/** Taking the text away: to the clipboard, as a Markdown file, as a page that opens without a network. */
import { copyText, keepFile, timeOfDay } from "../kit/device";
import { toast } from "../kit/Toast";
import { t } from "../strings";

/** Whatever has the text. */
export interface Source {
  markdown(): string;
  html(): string;
}

export interface Taking {
  /** True once the text is on the clipboard; else it was kept as a file. */
  copy: () => Promise<boolean>;
  keep: () => void;
  page: () => void;
}

/** Fetched once the text stands, so that it is here when it is wanted, also when the server is gone. */
export const loadSheets = () => Promise.all([import("../take/page"), import("../take/LastCall"), import("../take/FinalCall"), import("../share/ShareSheet")]);

/** "24 November 2026, 14:32" */
export const day = (now: Date): string => `${now.toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric" })}, ${timeOfDay(now)}`;

export function takingOf(pad: string, source: () => Source | null): Taking {
  const keep = () => {
    keepFile(`${pad}.md`, source()?.markdown() ?? "");
    toast(t.more.kept);
  };
  const copy = async () => {
    const copied = await copyText(source()?.markdown() ?? "");
    if (copied) toast(t.more.copied);
    else keep(); // a browser that refuses to copy still hands out files
    return copied;
  };
  const page = async () => {
    const html = source()?.html() ?? ""; // now: the editor may be gone when the rest has been fetched
    const { pageOf } = await import("../take/page");
    keepFile(`${pad}.html`, pageOf(pad, html, t.call.foot(pad, day(new Date()))), "text/html");
    toast(t.more.kept);
  };
  return { keep, copy, page: () => void page().catch(keep) };
}
