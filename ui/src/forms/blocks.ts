/** The text as plain data: blocks as the editor gives and takes them, as far as its other forms need them. */

export interface Styles {
  bold?: boolean;
  italic?: boolean;
  underline?: boolean;
  strike?: boolean;
  code?: boolean;
  textColor?: string;
  backgroundColor?: string;
}

/** What a run is or is not. */
export type Mark = "bold" | "italic" | "underline" | "strike" | "code";

/** A run of text with the same marks; a line break in it is `\n`. */
export interface Words {
  type: "text";
  text: string;
  styles: Styles;
}

export interface Link {
  type: "link";
  href: string;
  content: Words[];
}

export type Inline = Words | Link;

export interface Props {
  level?: number;
  isToggleable?: boolean;
  checked?: boolean;
  start?: number;
  language?: string;
  /** Of a quote: it is a callout of this kind. */
  callout?: string;
  textColor?: string;
  backgroundColor?: string;
  textAlignment?: string;
  url?: string;
  name?: string;
  caption?: string;
  /** How wide a picture is shown (px), where somebody chose that. */
  previewWidth?: number;
  /** The file that `url` stands for, where that is the picture itself. */
  source?: string;
}

export interface Cell {
  type: "tableCell";
  props?: {
    colspan?: number;
    rowspan?: number;
    textColor?: string;
    backgroundColor?: string;
    textAlignment?: string;
  };
  content: Inline[];
}

export interface Table {
  type: "tableContent";
  columnWidths?: (number | null | undefined)[];
  headerRows?: number;
  headerCols?: number;
  rows: { cells: Cell[] }[];
}

export interface PlainBlock {
  id?: string;
  type?: string;
  props?: Props;
  content?: Inline[] | Table;
  children?: readonly PlainBlock[];
}

/** The kinds of callouts, as GitHub's Markdown names them, each with the colour of text that it is drawn in. */
export const CALLOUTS = {
  note: "blue",
  tip: "green",
  important: "purple",
  warning: "yellow",
  caution: "red",
} as const;
export type Callout = keyof typeof CALLOUTS;

/** What kind of callout a block is: a quote that says so; any other word there says nothing. */
export const calloutOf = ({ type, props }: Pick<PlainBlock, "type" | "props">): Callout | null =>
  type === "quote" && Object.hasOwn(CALLOUTS, props?.callout ?? "")
    ? (props?.callout as Callout)
    : null;

/** The kinds whose neighbours of the same kind make one list. */
const LISTS = new Set(["bulletListItem", "checkListItem", "numberedListItem"]);
export const isListItem = (block: PlainBlock): boolean => LISTS.has(block.type ?? "");

/** The kinds that show a file. */
const FILES = new Set(["image", "video", "audio", "file"]);
export const isFile = (block: PlainBlock): boolean => FILES.has(block.type ?? "");

export const isTable = (content: PlainBlock["content"]): content is Table =>
  content !== undefined && !Array.isArray(content);

/** The runs of a block without a table; none where it holds no text. */
export const lineOf = ({ content }: PlainBlock): Inline[] =>
  Array.isArray(content) ? content : [];

/** The characters alone. */
export const lettersOf = (line: readonly Inline[]): string =>
  line.map((part) => (part.type === "link" ? lettersOf(part.content) : part.text)).join("");

/** Whether a toggle is folded open under its line: a list toggle or a heading that folds. */
export const isToggle = ({ type, props }: PlainBlock): boolean =>
  type === "toggleListItem" || (type === "heading" && props?.isToggleable === true);

/** A block that is nothing but an empty line. */
export const isEmptyLine = (block: PlainBlock): boolean =>
  (block.type ?? "paragraph") === "paragraph" &&
  lineOf(block).length === 0 &&
  (block.children ?? []).length === 0;

const sameStyles = (a: Styles, b: Styles): boolean => {
  const names = new Set([...Object.keys(a), ...Object.keys(b)]) as Set<keyof Styles>;
  return [...names].every((name) => (a[name] || undefined) === (b[name] || undefined));
};

/** A pad's code has no other marks; where it is a link, its address matters more. */
const allowed = (styles: Styles, href: string | null): Styles => {
  if (!styles.code) return styles;
  const { code: _, ...others } = styles;
  return href === null ? { code: true } : others;
};

/** Adds a run to a line, and joins it with its like before it. */
export function append(
  line: Inline[],
  text: string,
  wanted: Styles,
  href: string | null = null,
): void {
  if (!text) return;
  const styles = allowed(wanted, href);
  const last = line.at(-1);
  if (href !== null) {
    const end = last?.type === "link" && last.href === href ? last.content : null;
    if (end) append(end, text, styles);
    else
      line.push({ type: "link", href, content: [{ type: "text", text, styles: { ...styles } }] });
  } else if (last?.type === "text" && sameStyles(last.styles, styles)) last.text += text;
  else line.push({ type: "text", text, styles: { ...styles } });
}

/** Several lines as one, with line breaks between. */
export function joined(lines: readonly (readonly Inline[])[]): Inline[] {
  const all: Inline[] = [];
  lines.forEach((line, i) => {
    if (i > 0) append(all, "\n", {});
    for (const part of line) {
      if (part.type === "text") append(all, part.text, part.styles);
      else for (const run of part.content) append(all, run.text, run.styles, part.href);
    }
  });
  return all;
}

/** The numbers that people see before the blocks: where a list of numbers begins, and goes on. `null` before others. */
export function numbersOf(blocks: readonly PlainBlock[]): (number | null)[] {
  let last: number | null = null;
  return blocks.map(({ type, props }) => {
    last =
      type === "numberedListItem"
        ? last === null || props?.start !== undefined
          ? (props?.start ?? 1)
          : last + 1
        : null;
    return last;
  });
}
