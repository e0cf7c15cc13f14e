/** A line of text as runs of a Word file. */
import {
  ExternalHyperlink,
  ShadingType,
  Tab,
  TextRun,
  type IRunOptions,
  type ParagraphChild,
} from "docx";
import { isAllowedLink } from "../../kit/links";
import type { Inline, Styles, Words } from "../blocks";
import { BACKGROUNDS, COLOURS } from "../html/colours";
import { isRightToLeft, xmlText } from "../xml";
import { SOFT, STYLE } from "./looks";

/** Word's colours have no sign before them. */
export const hex = (colour: string): string => colour.slice(1).toUpperCase();

function looks(styles: Styles, head: boolean): IRunOptions {
  const { bold, italic, underline, strike, code, textColor, backgroundColor } = styles;
  const ink = COLOURS[textColor ?? ""];
  const back = BACKGROUNDS[backgroundColor ?? ""];
  const fill = back ? hex(back) : code ? SOFT : null;
  return {
    ...((bold || head) && { bold: true }),
    ...(italic && { italics: true }),
    ...(underline && { underline: {} }),
    ...(strike && { strike: true }),
    ...(code && { style: STYLE.inline }),
    ...(ink && { color: hex(ink) }),
    ...(fill && { shading: { type: ShadingType.CLEAR, fill } }),
  };
}

/** Tabs are elements of their own. */
const tabbed = (text: string): (string | Tab)[] =>
  text.split("\t").flatMap((part, i) => (i > 0 ? [new Tab(), part] : [part]));

/** A run with its line breaks. */
export function runs({ text, styles }: Words, around: IRunOptions, head = false): TextRun[] {
  const look: IRunOptions = {
    ...looks(styles, head),
    ...around,
    ...(isRightToLeft(text) && { rightToLeft: true }),
  };
  return xmlText(text)
    .split("\n")
    .map((part, i) => new TextRun({ ...look, children: tabbed(part), ...(i > 0 && { break: 1 }) }));
}

/** `head`: it stands in the head of a table. */
export const lineRuns = (line: readonly Inline[], head = false): ParagraphChild[] =>
  line.flatMap((part): ParagraphChild[] => {
    if (part.type === "text") return runs(part, {}, head);
    if (!isAllowedLink(part.href)) return part.content.flatMap((words) => runs(words, {}, head));
    const children = part.content.flatMap((words) => runs(words, { style: "Hyperlink" }, head));
    return [new ExternalHyperlink({ link: xmlText(part.href), children })];
  });
