/** HTML as blocks: what people saw of it, in the kinds that a pad has. It is read in a document that loads and runs nothing. */
import {
  calloutOf,
  isEmptyLine,
  joined,
  lettersOf,
  lineOf,
  type Inline,
  type PlainBlock,
  type Props,
} from "../blocks";
import { ownPicture } from "../../kit/links";
import { broughtNumber } from "../brought";
import { codeOf } from "./code";
import { Line, type Look } from "./line";
import { isHidden, lookIn, lookUnder, propsOf } from "./looks";
import { cellLine, tableOf } from "./table";

const PLAIN: Look = { styles: {}, href: null, pre: false, bold: true };

const names = (tags: string) => new Set(tags.split(" "));
/** No words of the page, or words of its controls. */
const SILENT = names(
  "SCRIPT STYLE TEMPLATE HEAD META TITLE LINK BASE NOSCRIPT SVG IFRAME OBJECT EMBED AUDIO VIDEO CANVAS BUTTON SELECT TEXTAREA XML",
);
/** No picture is wider (px). */
const WIDEST = 4000;
/** Each begins on a line of its own. */
const PARTS = names(
  "ADDRESS ARTICLE ASIDE BODY CENTER DD DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER FORM HEADER MAIN " +
    "NAV P SECTION TBODY TD TFOOT TH THEAD TR CAPTION",
);

/** Blocks as they come out of a piece of HTML, with the line that is still open. */
class Flow {
  readonly blocks: PlainBlock[] = [];
  readonly line = new Line();
  /** Which kind of block a line becomes. */
  kind: PlainBlock = { type: "paragraph" };
  /** A tick box before the line. */
  box: boolean | null = null;

  /** Ends the open line, if there is one; at the very end a box may also stand alone. */
  end(last = false): void {
    const content = this.line.take();
    if (content === null && (this.box === null || !last)) return;
    const box = this.kind.type === "paragraph" && this.box !== null;
    const kind = box
      ? { type: "checkListItem", props: { ...this.kind.props, checked: this.box === true } }
      : this.kind;
    this.box = null;
    this.push({ ...kind, content: content ?? [] });
  }

  push(block: PlainBlock): void {
    if (block.props && Object.keys(block.props).length === 0) delete block.props;
    this.blocks.push(block);
  }

  /** What is read by `read` are lines of this kind. */
  as(kind: PlainBlock, read: () => void): void {
    this.end();
    const outer = this.kind;
    this.kind = kind;
    read();
    this.end();
    this.kind = outer;
  }
}

/** The blocks of an element's inside. */
function inside(
  nodes: Iterable<Node>,
  look: Look,
  kind: PlainBlock = { type: "paragraph" },
): { blocks: PlainBlock[]; box: boolean | null } {
  const flow = new Flow();
  flow.kind = kind;
  for (const node of nodes) visit(node, look, flow);
  flow.end(true);
  return flow;
}

const children = (element: Element, look: Look, flow: Flow) =>
  element.childNodes.forEach((node) => visit(node, look, flow));

function visit(node: Node, look: Look, flow: Flow): void {
  if (node.nodeType === 3) text(node, look, flow);
  else if (node instanceof Element && !SILENT.has(node.tagName.toUpperCase()) && !isHidden(node))
    element(node, look, flow);
}

function text(node: Node, look: Look, flow: Flow): void {
  const words = node.nodeValue ?? "";
  // the line ends between blocks are the writer's, also where spaces are kept
  if (
    look.pre &&
    flow.line.empty &&
    /^\s*\n\s*$/.test(words) &&
    [...(node.parentElement?.children ?? [])].some(({ tagName }) => PARTS.has(tagName))
  )
    return;
  flow.line.text(words, look);
}

/** By our attribute, or by the class that a Word file's callouts are read with. */
const calloutSaid = (quote: Element): string =>
  quote.getAttribute("data-callout") ?? /^callout-(\w+)$/.exec(quote.className)?.[1] ?? "";

/** What one kind of element becomes. */
const READ: Record<string, (element: Element, look: Look, flow: Flow) => void> = {
  BR: (br, look, flow) => {
    if (!br.classList.contains("Apple-interchange-newline")) flow.line.break(look);
  },
  IMG: picture,
  FIGCAPTION: caption,
  INPUT: (input, _look, flow) => {
    if (input.getAttribute("type")?.toLowerCase() === "checkbox")
      flow.box = input.hasAttribute("checked");
  },
  HR: (_hr, _look, flow) => {
    flow.end();
    flow.push({ type: "divider" });
  },
  PRE: (pre, _look, flow) => {
    flow.end();
    flow.push(codeOf(pre));
  },
  BLOCKQUOTE: (quote, look, flow) => {
    const { textColor, backgroundColor } = propsOf(quote);
    const callout = calloutSaid(quote);
    const props = {
      ...(calloutOf({ type: "quote", props: { callout } }) && { callout }),
      ...(textColor && { textColor }),
      ...(backgroundColor && { backgroundColor }),
    };
    flow.as({ type: "quote", props }, () => children(quote, lookUnder(quote, look), flow));
  },
  UL: list,
  OL: list,
  LI: (li, look, flow) => {
    flow.end(); // an item without its list
    flow.push(item(li, look, false));
  },
  TABLE: table,
  DETAILS: toggle,
};

function element(element: Element, outer: Look, flow: Flow): void {
  const { tagName } = element;
  const look = lookUnder(element, outer); // every element hands down how it keeps spaces, lists and tables too
  const read = READ[tagName];
  const level = /^H([1-6])$/.exec(tagName)?.[1];
  if (read) read(element, look, flow);
  else if (level)
    flow.as({ type: "heading", props: { level: Number(level), ...propsOf(element) } }, () =>
      children(element, lookUnder(element, look, false), flow),
    );
  else if (element.hasAttribute("data-nested")) nested(element, look, flow);
  else if (PARTS.has(tagName)) part(element, look, flow);
  else if (element.classList.contains("Apple-converted-space"))
    flow.line.text(" ", { ...look, pre: true });
  else children(element, lookIn(element, look), flow);
}

/** A paragraph or a part of the page. Inside a quote or an item its lines are lines of that. */
function part(element: Element, look: Look, flow: Flow): void {
  const kind =
    flow.kind.type === "paragraph" ? { type: "paragraph", props: propsOf(element) } : flow.kind;
  flow.as(kind, () => children(element, lookUnder(element, look), flow));
}

/** Blocks under the one before. */
function nested(element: Element, look: Look, flow: Flow): void {
  flow.end();
  const { blocks } = inside(element.childNodes, look);
  const above = flow.blocks.at(-1);
  if (above) above.children = [...(above.children ?? []), ...blocks];
  else flow.blocks.push(...blocks);
}

function picture(img: Element, look: Look, flow: Flow): void {
  const url = img.getAttribute("src") ?? "";
  const name = img.getAttribute("alt") ?? "";
  const isOurs = (url.startsWith("/f/") && ownPicture(url) === url) || broughtNumber(url) !== null;
  if (!isOurs) return flow.line.text(name, look);
  flow.end();
  const width = Number(img.getAttribute("width"));
  const isWide = Number.isSafeInteger(width) && width > 0 && width <= WIDEST;
  const props = { url, ...(name && { name }), ...(isWide && { previewWidth: width }) };
  flow.push({ type: "image", props });
}

/** What is written under a picture; under anything else it is a line like others. */
function caption(element: Element, look: Look, flow: Flow): void {
  flow.end();
  const above = flow.blocks.at(-1);
  if (above?.type !== "image" || above.props?.caption) return part(element, look, flow);
  const { blocks } = inside(element.childNodes, lookUnder(element, look));
  const words = lettersOf(joined(blocks.map(lineOf))).trim();
  if (words) above.props = { ...above.props, caption: words };
}

const HEADS = names("paragraph heading checkListItem quote");

/** An item: its first line is its own, all else is nested in it. */
function item(li: Element, look: Look, ordered: boolean): PlainBlock {
  const { blocks } = inside(li.childNodes, lookUnder(li, look));
  const [first] = blocks;
  const head = first && HEADS.has(first.type ?? "") ? first : null;
  const { level: _, checked, ...props } = { ...head?.props, ...propsOf(li) };
  const under = [...(head?.children ?? []), ...(head ? blocks.slice(1) : blocks)];
  const type =
    checked !== undefined ? "checkListItem" : ordered ? "numberedListItem" : "bulletListItem";
  return {
    type,
    ...((checked !== undefined || Object.keys(props).length > 0) && {
      props: { ...props, ...(checked !== undefined && { checked }) },
    }),
    content: head ? lineOf(head) : [],
    ...(under.length > 0 && { children: under }),
  };
}

/** A list. One that stands in it without an item (Google Docs, old pages) belongs to the item before. */
function list(element: Element, look: Look, flow: Flow): void {
  flow.end();
  const ordered = element.tagName === "OL";
  const items: PlainBlock[] = [];
  for (const node of element.childNodes) {
    if (node instanceof Element && node.tagName === "LI") {
      if (!isHidden(node)) items.push(numbered(item(node, look, ordered), node, items));
      continue;
    }
    const { blocks } = inside([node], look);
    const last = items.at(-1);
    if (last) last.children = [...(last.children ?? []), ...blocks];
    else items.push(...blocks);
    if (last?.children?.length === 0) delete last.children;
  }
  const [first] = items;
  if (first?.type === "numberedListItem")
    begin(first, element, flow.blocks.at(-1)?.type === "numberedListItem");
  items.forEach((one) => flow.push(one));
}

/** An item that says its number, where it does not follow from the one before. */
function numbered(block: PlainBlock, li: Element, before: readonly PlainBlock[]): PlainBlock {
  const value = Number(li.getAttribute("value"));
  if (
    block.type === "numberedListItem" &&
    before.length > 0 &&
    value > 0 &&
    value !== before.length + 1 &&
    !li.closest("[data-fadepad]")
  )
    block.props = { ...block.props, start: value };
  return block;
}

/** The number that a list begins with; right after another list it is told even where it is 1. */
function begin(first: PlainBlock, ol: Element, follows: boolean): void {
  const start = Number.parseInt(ol.getAttribute("start") ?? "1", 10);
  if (Number.isSafeInteger(start) && start >= 0 && (start !== 1 || follows))
    first.props = { ...first.props, start };
}

function table(element: Element, look: Look, flow: Flow): void {
  flow.end();
  if (/^(presentation|none)$/.test(element.getAttribute("role") ?? ""))
    return children(element, look, flow); // it only places things
  for (const part of element.children) if (part.tagName === "CAPTION") visit(part, look, flow);
  flow.end();
  const read = (cell: Element): Inline[] =>
    cellLine(inside(cell.childNodes, lookUnder(cell, look, cell.tagName !== "TH")).blocks);
  const block = tableOf(element, read);
  if (block) flow.push(block);
}

function toggle(details: Element, look: Look, flow: Flow): void {
  flow.end();
  const summary = [...details.children].find(({ tagName }) => tagName === "SUMMARY");
  const [head] = summary ? inside(summary.childNodes, lookUnder(summary, look)).blocks : [];
  const under = inside(
    [...details.childNodes].filter((node) => node !== summary),
    look,
  ).blocks;
  const heading = head?.type === "heading";
  const props: Props = heading
    ? { ...head.props, isToggleable: true }
    : { ...head?.props, ...propsOf(details) };
  flow.push({
    type: heading ? "heading" : "toggleListItem",
    props,
    content: head ? lineOf(head) : [],
    ...(under.length > 0 && { children: under }),
  });
}

/** The blocks of a document's or an element's inside. Empty lines at the ends of a foreign one are dropped. */
export function blocksOf(root: Element): PlainBlock[] {
  const { blocks } = inside(root.childNodes, PLAIN);
  if (root.querySelector("[data-fadepad]")) return blocks;
  while (blocks[0] && isEmptyLine(blocks[0])) blocks.shift();
  for (let last = blocks.at(-1); last && isEmptyLine(last); last = blocks.at(-1)) blocks.pop();
  return blocks;
}
