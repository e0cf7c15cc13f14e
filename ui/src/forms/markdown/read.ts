/** Markdown as blocks. */
import type {
  Blockquote,
  Html,
  ListItem,
  Nodes,
  PhrasingContent,
  Root,
  RootContent,
  Table as MarkdownTable,
} from "mdast";
import { joined, lettersOf, type Cell, type Inline, type PlainBlock, type Props } from "../blocks";
import { codeBlock } from "../html/code";
import { blocksOf } from "../html/read";
import { parse } from "./grammar";
import { lineFrom, type Definitions } from "./line";

/** What lies beside a text where it says so: by which address a block refers to it, and whether it is a picture. */
export type Beside = (path: string) => { url: string; isPicture: boolean } | null;

/** What is needed to read a part: the words it was written with, and what its links refer to. */
interface Source {
  text: string;
  definitions: Definitions;
  beside: Beside;
  /** Reads HTML in a document that loads nothing. */
  html: (html: string) => Element;
}

const OPENS = /^<details[^>]*>\s*(?:<summary>([\s\S]*?)<\/summary>)?\s*$/i;
const CLOSES = /^<\/details>\s*$/i;
/** HTML that stands for something in a text, as people write it into Markdown. */
const KNOWN =
  /^<(details|table|p|div|h[1-6]|ul|ol|img|picture|a|br|hr|pre|blockquote|center|section|figure|dl|b|i|u|s|sub|sup|kbd)[\s>/]/i;

/** HTML on one line was written by a program, whose spaces stand. */
const asWritten = (html: string): string =>
  `<div data-fadepad style="white-space:pre-wrap">${html}</div>`;

/** How many lines people left empty between two parts, beyond the one that parts them. */
function gapBetween(left: Nodes | undefined, right: Nodes): number {
  const [end, start] = [left?.position?.end.line, right.position?.start.line];
  return end === undefined || start === undefined ? 0 : Math.max(0, start - end - 2);
}

const emptyLines = (count: number): PlainBlock[] =>
  Array.from({ length: count }, () => ({ type: "paragraph", content: [] }));

/** Where the toggle that opens at `from` ends. */
function endOf(nodes: readonly RootContent[], from: number): number {
  let depth = 0;
  for (let i = from; i < nodes.length; i += 1) {
    const node = nodes[i];
    if (node?.type !== "html") continue;
    if (OPENS.test(node.value)) depth += 1;
    if (CLOSES.test(node.value)) depth -= 1;
    if (depth === 0) return i;
  }
  return -1;
}

function flow(nodes: readonly RootContent[], source: Source): PlainBlock[] {
  const blocks: PlainBlock[] = [];
  for (let i = 0; i < nodes.length; i += 1) {
    const node = nodes[i];
    if (!node) continue;
    blocks.push(...emptyLines(i > 0 ? gapBetween(nodes[i - 1], node) : 0));
    const end = node.type === "html" && OPENS.test(node.value) ? endOf(nodes, i) : -1;
    if (end > i && node.type === "html") {
      blocks.push(toggle(node, nodes.slice(i + 1, end), source));
      i = end;
    } else blocks.push(...read(node, source, blocks.at(-1)));
  }
  return blocks;
}

function toggle({ value }: Html, inner: readonly RootContent[], source: Source): PlainBlock {
  const summary = OPENS.exec(value)?.[1] ?? "";
  const [block] = blocksOf(
    source.html(
      `<details><summary>${asWritten(summary.replace(/^\n|\n$/g, ""))}</summary></details>`,
    ),
  );
  const children = flow(inner, source);
  return {
    ...(block ?? { type: "toggleListItem", content: [] }),
    ...(children.length > 0 && { children }),
  };
}

function read(node: RootContent, source: Source, before: PlainBlock | undefined): PlainBlock[] {
  switch (node.type) {
    case "paragraph":
      return paragraph(node.children, source);
    case "heading":
      return [
        {
          type: "heading",
          props: { level: node.depth },
          content: lineFrom(node.children, source.definitions),
        },
      ];
    case "thematicBreak":
      return [{ type: "divider" }];
    case "code":
      return [codeBlock(node.value, node.lang?.toLowerCase() ?? "text")];
    case "blockquote":
      return quote(node, source);
    case "list":
      return node.children.flatMap((one, i) => {
        const block = item(one, node.ordered === true, source);
        const start = node.start ?? 1;
        const follows = before?.type === "numberedListItem";
        if (i === 0 && block.type === "numberedListItem" && (start !== 1 || follows))
          block.props = { start };
        return [...emptyLines(i > 0 ? gapBetween(node.children[i - 1], one) : 0), block];
      });
    case "table":
      return [table(node, source)];
    case "html":
      return html(node, source);
    default:
      return [];
  }
}

/** The block of what lies beside the text, where a phrase stands for that. */
function besideOf(phrase: PhrasingContent, { beside, definitions }: Source): PlainBlock | null {
  if (phrase.type === "image" || phrase.type === "imageReference") {
    const { url = "", title } =
      phrase.type === "image" ? phrase : (definitions.get(phrase.identifier) ?? {});
    const { alt } = phrase;
    const found = beside(url);
    const props = { url: found?.url, ...(alt && { name: alt }), ...(title && { caption: title }) };
    return found?.isPicture ? { type: "image", props: props as Props } : null;
  }
  const found = phrase.type === "link" && beside(phrase.url);
  if (!found || found.isPicture) return null;
  const name = lettersOf(lineFrom(phrase.children, definitions));
  return { type: "file", props: { url: found.url, ...(name && { name }) } };
}

/** Phrases without what lies beside the text, and that. A file in the midst of words stays a word. */
function parted(phrases: readonly PhrasingContent[], source: Source) {
  const besides: PlainBlock[] = [];
  const rest = phrases.filter((phrase) => {
    const block = phrases.length === 1 || phrase.type !== "link" ? besideOf(phrase, source) : null;
    if (block) besides.push(block);
    return !block;
  });
  return { line: lineFrom(rest, source.definitions), besides };
}

function paragraph(phrases: readonly PhrasingContent[], source: Source): PlainBlock[] {
  const { line, besides } = parted(phrases, source);
  const isBare = besides.length > 0 && !lettersOf(line).trim();
  return isBare ? besides : [{ type: "paragraph", content: line }, ...besides];
}

/** What begins a callout, in a line of its own; with a backslash before it, it is words. */
const CALLOUT = /^\[!(note|tip|important|warning|caution)\][ \t]*(?:\n|$)/i;

/** The kind of callout that a quote is, without the words that say so. */
function calloutIn({ children }: Blockquote, { text }: Source): [string?, ...RootContent[]] {
  const [first, ...rest] = children;
  const [words, ...others] = first?.type === "paragraph" ? first.children : [];
  const [said, kind] = (words?.type === "text" && CALLOUT.exec(words.value)) || [];
  if (first?.type !== "paragraph" || words?.type !== "text" || said === undefined || !kind)
    return [undefined, ...children];
  // a break that was written after it is its line's end, words beside it are a quote's
  const value = words.value.slice(said.length);
  const isLine = said.endsWith("\n") || others.length === 0 || others[0]?.type === "break";
  if (!isLine || text[first.position?.start.offset ?? 0] !== "[") return [undefined, ...children];
  const line: PhrasingContent[] = value ? [{ ...words, value }, ...others] : others;
  if (line[0]?.type === "break") line.shift();
  const head: RootContent[] = line.length > 0 ? [{ ...first, children: line }] : [];
  return [kind.toLowerCase(), ...head, ...rest];
}

/** The lines of a quote; other blocks in it stand by themselves. */
function quote(node: Blockquote, source: Source): PlainBlock[] {
  const [callout, ...nodes] = calloutIn(node, source);
  const kind: PlainBlock = { type: "quote", ...(callout && { props: { callout } }) };
  const blocks = flow(nodes, source);
  if (blocks.length === 0) return [{ ...kind, content: [] }];
  return blocks.map((block) => (block.type === "paragraph" ? { ...block, ...kind } : block));
}

const BOX = /^\[([ xX])\]$/;

/** An item. Markdown's own boxes need words after them; ours may stand alone. */
function item(node: ListItem, ordered: boolean, source: Source): PlainBlock {
  const [first, ...rest] = node.children;
  const { line: head, besides } =
    first?.type === "paragraph" ? parted(first.children, source) : { line: [], besides: [] };
  const written = first
    ? source.text.slice(first.position?.start.offset, first.position?.end.offset)
    : "";
  const box = BOX.exec(written);
  const [words] = head;
  if (words?.type === "text" && /^[ \t]/.test(written)) words.text = words.text.trimStart(); // Notion writes two spaces after a box
  const checked = box ? box[1] !== " " : node.checked;
  const under = flow(first?.type === "paragraph" ? rest : node.children, source);
  const nested = [...besides, ...under];
  const type =
    typeof checked === "boolean"
      ? "checkListItem"
      : ordered
        ? "numberedListItem"
        : "bulletListItem";
  return {
    type,
    ...(typeof checked === "boolean" && { props: { checked } }),
    content: box ? [] : head,
    ...(nested.length > 0 && { children: nested }),
  };
}

function table(node: MarkdownTable, source: Source): PlainBlock {
  const rows = node.children.map(({ children }) => ({
    cells: children.map((cell): Cell => ({
      type: "tableCell",
      content: lineFrom(cell.children, source.definitions),
    })),
  }));
  const width = Math.max(...rows.map(({ cells }) => cells.length));
  for (const { cells } of rows)
    while (cells.length < width) cells.push({ type: "tableCell", content: [] });
  const headless = rows.length > 1 && rows[0]?.cells.every(({ content }) => content.length === 0);
  return {
    type: "table",
    content: {
      type: "tableContent",
      ...(!headless && { headerRows: 1 }),
      rows: headless ? rows.slice(1) : rows,
    },
  };
}

/** HTML that stands for something is read as such, remarks are none of the text, and all else stands as it was written. */
function html({ value }: Html, source: Source): PlainBlock[] {
  if (/^<!--[\s\S]*-->\s*$/.test(value)) return [];
  // a break by itself is a line with nothing before it, which HTML would not show
  if (/^<br\s*\/?>\s*$/i.test(value)) return [{ type: "paragraph", content: joined([[], []]) }];
  if (KNOWN.test(value))
    return blocksOf(source.html(value.includes("\n") ? value : asWritten(value)));
  const lines = value.split("\n").map((text): Inline[] => [{ type: "text", text, styles: {} }]);
  return [{ type: "paragraph", content: joined(lines) }];
}

function definitionsIn(root: Root): Definitions {
  const definitions: Definitions = new Map();
  const walk = (node: Nodes): void => {
    if (node.type === "definition" && !definitions.has(node.identifier))
      definitions.set(node.identifier, node);
    if ("children" in node) node.children.forEach(walk);
  };
  walk(root);
  return definitions;
}

/** The blocks of a Markdown text. `html` reads HTML in a document that loads nothing. */
export function blocksOfMarkdown(
  markdown: string,
  html: (html: string) => Element,
  beside: Beside = () => null,
): PlainBlock[] {
  const text = markdown.replace(/\r\n?/g, "\n");
  const root = parse(text);
  return flow(root.children, { text, definitions: definitionsIn(root), beside, html });
}
