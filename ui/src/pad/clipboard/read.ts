/** What is pasted, as blocks: HTML wins, text stays word for word unless it is clearly Markdown, code stays code. */
import {
  isEmptyLine,
  joined,
  lettersOf,
  lineOf,
  type Inline,
  type PlainBlock,
} from "../../forms/blocks";
import { codeBlock } from "../../forms/html/code";
import { blocksOf } from "../../forms/html/read";
import { cellLine } from "../../forms/html/table";
import { blocksOfMarkdown, type Beside } from "../../forms/markdown";
import { findBoxes } from "./boxes";
import { boxIn, isClearlyMarkdown } from "./clearly";
import { onlyCode, vscodeLanguage } from "./code";
import type { Flavours } from "./flavours";
import { safePage } from "./safe";
import { unfoldWordLists } from "./word";

export interface Read {
  blocks: PlainBlock[];
  /** Pictures that came along and have no place. */
  lost: number;
}

const words = (text: string): Inline[] => (text ? [{ type: "text", text, styles: {} }] : []);

const lines = (text: string): string[] =>
  text.replace(/\r\n?/g, "\n").replace(/\n$/, "").split("\n");

/** Text as it is: a block a line, an empty line an empty one. */
export const linesOf = (text: string): PlainBlock[] =>
  lines(text).map((line) => ({ type: "paragraph", content: words(line) }));

type Growing = PlainBlock & { children?: PlainBlock[] };

/** The same; a line with a tick box is one, word for word, below the box that it is indented under. */
function linesAndBoxes(text: string): PlainBlock[] {
  const blocks: PlainBlock[] = [];
  let above: { indent: number; box: Growing }[] = [];
  for (const line of lines(text)) {
    const found = boxIn(line);
    above = found ? above.filter(({ indent }) => indent < found.indent) : [];
    const block: Growing = found
      ? { type: "checkListItem", props: { checked: found.done }, content: words(found.words) }
      : { type: "paragraph", content: words(line) };
    const parent = above.at(-1)?.box;
    if (parent) (parent.children ??= []).push(block);
    else blocks.push(block);
    if (found) above.push({ indent: found.indent, box: block });
  }
  return blocks;
}

/** A line of code is words in a sentence; several are a block. */
const code = (text: string, language = "text"): PlainBlock[] =>
  text.trim().includes("\n") ? [codeBlock(text, language)] : linesOf(text);

/** One cell of a spreadsheet is what stands in it. */
function withoutLoneCell(blocks: PlainBlock[], page: Document): PlainBlock[] {
  const [table, ...others] = blocks;
  if (
    others.length > 0 ||
    !table?.content ||
    Array.isArray(table.content) ||
    page.querySelector("[data-fadepad]")
  )
    return blocks;
  const [row, ...rows] = table.content.rows;
  const [cell, ...cells] = row?.cells ?? [];
  return cell && cells.length === 0 && rows.length === 0
    ? [{ type: "paragraph", content: cell.content }]
    : blocks;
}

export function readHtml(html: string, comesAlong?: (src: string) => boolean): Read {
  const { page, lost } = safePage(html, comesAlong);
  const text = onlyCode(page);
  if (text !== null) return { blocks: code(text), lost };
  unfoldWordLists(page);
  findBoxes(page);
  return { blocks: withoutLoneCell(blocksOf(page.body), page), lost };
}

export const readMarkdown = (markdown: string, beside?: Beside): PlainBlock[] =>
  blocksOfMarkdown(markdown, (html) => safePage(html).page.body, beside);

/** The blocks of a paste. */
export function read({ html, markdown, plain, vscode }: Flavours): Read {
  const language = vscode ? vscodeLanguage(vscode) : null;
  if (language) return { blocks: code(plain.replace(/\r\n?/g, "\n"), language), lost: 0 };
  if (html && !vscode) {
    const read = readHtml(html);
    if (read.blocks.length > 0 || read.lost > 0) return read;
  }
  if (markdown) return { blocks: readMarkdown(markdown), lost: 0 };
  if (!plain) return { blocks: [], lost: 0 };
  return { blocks: isClearlyMarkdown(plain) ? readMarkdown(plain) : linesAndBoxes(plain), lost: 0 };
}

/** The same for a cell of a table, which holds a line. */
export function readLine(flavours: Flavours): Inline[] {
  const { blocks } = flavours.html ? readHtml(flavours.html) : { blocks: linesOf(flavours.plain) };
  return flavours.html ? cellLine(blocks) : joined(blocks.map(lineOf));
}

/** Whether this is nothing but one table: pasted into a table, its cells go into the cells there. */
export const isOneTable = (blocks: readonly PlainBlock[]): boolean =>
  blocks.length === 1 && blocks[0]?.type === "table";

/** The letters alone, for a block that holds no more. */
export function lettersIn({ html, plain }: Flavours): { letters: string; lost: number } {
  if (plain) return { letters: plain, lost: 0 };
  const { blocks, lost } = readHtml(html);
  return {
    letters: blocks.map((block) => (isEmptyLine(block) ? "" : lettersOf(lineOf(block)))).join("\n"),
    lost,
  };
}
