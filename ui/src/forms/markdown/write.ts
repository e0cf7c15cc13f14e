/** Blocks as Markdown: whatever is read back from it is equal, as far as Markdown can say it. Colours and where a text stands it can't. */
import type { BlockContent, ListItem, PhrasingContent, RootContent, TableContent } from "mdast";
import { isAllowedLink } from "../../kit/links";
import {
  calloutOf,
  isEmptyLine,
  isFile,
  isListItem,
  isTable,
  isToggle,
  lettersOf,
  lineOf,
  type Callout,
  type Cell,
  type Inline,
  type PlainBlock,
  type Table,
  type Words,
} from "../blocks";
import { isBeside } from "../media";
import { inlineHtml, tableHtml } from "../html/write";
import { GAP, HEAD, parse, print } from "./grammar";
import { lineFrom, phrasesOf, sameLine, trimmed } from "./line";

const colourless = (words: Words): Words => ({
  ...words,
  styles: { ...words.styles, textColor: undefined, backgroundColor: undefined },
});

/**
 * A line without what is not written, which is left away before comparing: colours, which no form of Markdown holds, and
 * addresses that no link may have.
 */
const writable = (line: readonly Inline[]): Inline[] =>
  trimmed(
    line.flatMap((part): Inline[] => {
      if (part.type === "text") return [colourless(part)];
      const content = part.content.map(colourless);
      return isAllowedLink(part.href) ? [{ ...part, content }] : content;
    }),
  );

/** Signs beyond the first plane, emoji above all. */
const FAR_SIGN = /(?![\0-\uffff])[\p{P}\p{S}]/gu;
/** One like them that every reader of Markdown takes for a sign. */
const NEAR_SIGN = "\u263a";
const near = (words: Words): Words => ({ ...words, text: words.text.replace(FAR_SIGN, NEAR_SIGN) });

const says = (markdown: string, line: readonly Inline[]): boolean => {
  const [block] = parse(markdown).children;
  return block?.type === "paragraph" && sameLine(lineFrom(block.children), line);
};

/**
 * Whether this line would come back as it is: from readers to which emoji are letters, as to the one here, and from those to which they
 * are signs, as CommonMark has it and the server's has.
 */
function returns(line: readonly Inline[], phrases: PhrasingContent[]): boolean {
  const markdown = print({ type: "root", children: [{ type: "paragraph", children: phrases }] });
  if (!says(markdown, line)) return false;
  const told = markdown.replace(FAR_SIGN, NEAR_SIGN);
  if (told === markdown) return true;
  const shown = line.map((part): Inline =>
    part.type === "text"
      ? near(part)
      : {
          ...part,
          href: part.href.replace(FAR_SIGN, NEAR_SIGN),
          content: part.content.map(near),
        },
  );
  return says(told, shown);
}

/** Marked words between spaces, without a sign of Markdown: such a line needs no second look. */
const isCalm = (line: readonly Inline[]): boolean =>
  !/[*_~`<[\]\\&\n]/.test(lettersOf(line)) &&
  line.every((part, i) => {
    const runs = part.type === "link" ? part.content : [part];
    const marks = runs.flatMap(({ styles }) => Object.values(styles).filter(Boolean));
    if (marks.length === 0) return true;
    const [before, after] = [lettersOf(line.slice(0, i)), lettersOf(line.slice(i + 1))];
    return (
      runs.length === 1 &&
      marks.length === 1 &&
      /^[\p{L}\p{N}](.*[\p{L}\p{N}])?$/u.test(lettersOf([part])) &&
      /(^|\s)$/.test(before) &&
      /^(\s|$)/.test(after)
    );
  });

/** The phrases of a line: with Markdown's signs where they say it, else with tags. */
function phrases(line: readonly Inline[], single = false): PhrasingContent[] {
  const plain = writable(line);
  const breaks = single || /^\n|\n$/.test(lettersOf(plain));
  const bare = plain.every(
    (part) => part.type === "text" && Object.values(part.styles).every((on) => !on),
  );
  if (bare || isCalm(plain)) return phrasesOf(plain, { tags: false, single: breaks });
  for (const manner of [
    { tags: false, single: breaks },
    { tags: false, single: true },
  ]) {
    const phrases = phrasesOf(plain, manner);
    if (returns(plain, phrases)) return phrases;
  }
  return phrasesOf(plain, { tags: true, single: true });
}

const SPACES: Record<string, string> = { " ": "&#x20;", "\t": "&#x9;" };
const spelled = (spaces: string): PhrasingContent[] =>
  spaces ? [{ type: "html", value: spaces.replace(/[ \t]/g, (space) => SPACES[space] ?? "") }] : [];

/** The same phrases for a cell, which would lose the spaces at its ends. */
function edged(phrases: PhrasingContent[]): PhrasingContent[] {
  return phrases.flatMap((phrase, i) => {
    if (phrase.type !== "text") return [phrase];
    const before = i === 0 ? (/^[ \t]+/.exec(phrase.value)?.[0] ?? "") : "";
    const rest = phrase.value.slice(before.length);
    const after = i === phrases.length - 1 ? (/[ \t]+$/.exec(rest)?.[0] ?? "") : "";
    return [
      ...spelled(before),
      { ...phrase, value: rest.slice(0, rest.length - after.length) },
      ...spelled(after),
    ];
  });
}

/** In the code of a cell, a bar can't be written after a backslash. */
const isPlain = ({ props, content }: Cell): boolean =>
  (props?.colspan ?? 1) === 1 &&
  (props?.rowspan ?? 1) === 1 &&
  !content.some((part) =>
    (part.type === "link" ? part.content : [part]).some(
      ({ text, styles }) => styles.code && text.includes("\\|"),
    ),
  );

/** Markdown draws tables, but none with heads at the side, cells that span, one column without a head, or a head without words. */
function tableOf(table: Table): RootContent {
  const { rows, headerRows = 0, headerCols = 0 } = table;
  const plain =
    headerRows <= 1 && headerCols === 0 && rows.every(({ cells }) => cells.every(isPlain));
  const width = Math.max(...rows.map(({ cells }) => cells.length));
  const wordless = rows[0]?.cells.every(({ content }) => content.length === 0) === true;
  if (!plain || (headerRows === 0 ? width === 1 : wordless))
    return { type: "html", value: tableHtml(table).replaceAll("\n", "&#10;") };
  const lines = rows.map(({ cells }) => row(cells.map(({ content }) => content)));
  const head = headerRows === 1 ? [] : [row(Array.from({ length: width }, () => []))]; // Markdown's tables begin with a head, be it empty
  return { type: "table", children: [...head, ...lines] };
}

const row = (cells: Inline[][]): TableContent => ({
  type: "tableRow",
  children: cells.map((line) => ({ type: "tableCell", children: edged(phrases(line, true)) })),
});

function fileOf({ type, props = {} }: PlainBlock): RootContent {
  const { url = "", name = "", caption = "" } = props;
  if (type === "image" && isBeside(url)) {
    const title = caption.replace(/\s+/g, " ") || null;
    return { type: "paragraph", children: [{ type: "image", url, alt: name, title }] };
  }
  const title = caption || name || url;
  if (!isAllowedLink(url)) return { type: "paragraph", children: [{ type: "text", value: title }] };
  return {
    type: "paragraph",
    children: [{ type: "link", url, children: [{ type: "text", value: title }] }],
  };
}

/** A callout says its kind in a line above its own, as GitHub reads it. */
function quote(callout: Callout | null, line: readonly Inline[]): RootContent {
  const words: BlockContent = { type: "paragraph", children: phrases(line) };
  if (!callout) return { type: "blockquote", children: [words] };
  const head: BlockContent = { type: "html", value: `[!${callout.toUpperCase()}]`, data: HEAD };
  return { type: "blockquote", children: line.length > 0 ? [head, words] : [head] };
}

/** A block by itself. */
function own(block: PlainBlock): RootContent {
  const { type = "paragraph", props = {}, content } = block;
  const line = lineOf(block);
  if (isTable(content)) return tableOf(content);
  if (isFile(block)) return fileOf(block);
  if (type === "divider") return { type: "thematicBreak" };
  if (type === "quote") return quote(calloutOf(block), line);
  if (type === "codeBlock")
    return {
      type: "code",
      lang: !props.language || props.language === "text" ? null : props.language,
      value: lettersOf(line),
    };
  if (type === "heading")
    return { type: "heading", depth: (props.level ?? 1) as 1, children: phrases(line, true) };
  return { type: "paragraph", children: phrases(line) };
}

/** What folds is HTML's `<details>`, whose head is HTML too; what lies in it is Markdown again. */
function toggle(block: PlainBlock): RootContent[] {
  const line = inlineHtml(writable(lineOf(block)));
  const level = block.props?.level ?? 1;
  const head = block.type === "heading" ? `<h${level}>${line || "<br>"}</h${level}>` : line;
  return [
    { type: "html", value: `<details>\n<summary>${head}</summary>` },
    ...flow(block.children ?? []),
    { type: "html", value: "</details>" },
  ];
}

function item(block: PlainBlock): ListItem {
  const line = lineOf(block);
  const checked = block.type === "checkListItem" ? block.props?.checked === true : null;
  const children = flow(block.children ?? []) as BlockContent[];
  if (line.length > 0)
    return {
      type: "listItem",
      spread: false,
      checked,
      children: [{ type: "paragraph", children: phrases(line) }, ...children],
    };
  // Markdown's own boxes need words after them, and an empty line would take what is nested in it for its own
  const sign = checked === null ? "<!-- -->" : `[${checked ? "x" : " "}]`;
  const head: BlockContent[] =
    checked === null && children.length === 0
      ? []
      : [{ type: "paragraph", children: [{ type: "html", value: sign }] }];
  return { type: "listItem", spread: false, checked: null, children: [...head, ...children] };
}

const isNumbered = ({ type }: PlainBlock): boolean => type === "numberedListItem";

/** A new list begins where the kind changes, or the numbers begin anew. */
function startsList(block: PlainBlock, before: PlainBlock | null): boolean {
  return (
    !before ||
    isNumbered(before) !== isNumbered(block) ||
    (isNumbered(block) && block.props?.start !== undefined)
  );
}

/** Blocks one after the other. Empty lines become a wider gap. What is nested in others than items and toggles follows them. */
function flow(blocks: readonly PlainBlock[]): RootContent[] {
  const nodes: RootContent[] = [];
  let gap = 0;
  let before: PlainBlock | null = null; // the item just written, while its list is open
  const add = (node: RootContent) => {
    if (gap > 0 && nodes.length > 0) node.data = { ...node.data, [GAP]: gap } as typeof node.data;
    gap = 0;
    nodes.push(node);
  };
  for (const block of blocks) {
    if (isEmptyLine(block)) {
      gap += 1;
      before = null;
    } else if (isListItem(block)) {
      const list = nodes.at(-1);
      if (startsList(block, before) || list?.type !== "list") {
        const ordered = isNumbered(block);
        add({
          type: "list",
          ordered,
          spread: false,
          ...(ordered && { start: block.props?.start ?? 1 }),
          children: [item(block)],
        });
      } else list.children.push(item(block));
      before = block;
    } else {
      before = null;
      if (isToggle(block)) toggle(block).forEach(add);
      else [own(block), ...flow(block.children ?? [])].forEach(add);
    }
  }
  return nodes;
}

/** The blocks with lines that can be written. */
const tidy = (blocks: readonly PlainBlock[]): PlainBlock[] =>
  blocks.map((block) => ({
    ...block,
    ...(block.type !== "codeBlock" &&
      Array.isArray(block.content) && { content: writable(block.content) }),
    ...(block.children && { children: tidy(block.children) }),
  }));

/** The blocks as one Markdown text. */
export const markdownOf = (blocks: readonly PlainBlock[]): string =>
  print({ type: "root", children: flow(tidy(blocks)) });

/** Blocks of a portion. */
const PORTION = 100;

/** Where a text may be parted: neither a list nor an empty line goes on there. */
const isApart = (block: PlainBlock): boolean => !isListItem(block) && !isEmptyLine(block);

/** The same a portion at a time, for who has other things to do between: together, with an empty line between two, they are the text. */
export function* markdownParts(
  blocks: readonly PlainBlock[],
  portion = PORTION,
): Generator<string> {
  const all = tidy(blocks);
  let from = 0;
  for (let at = 1; at < all.length; at += 1) {
    const [before, block] = [all[at - 1], all[at]];
    if (at - from < portion || !before || !block || !isApart(before) || !isApart(block)) continue;
    yield print({ type: "root", children: flow(all.slice(from, at)) });
    from = at;
  }
  yield print({ type: "root", children: flow(all.slice(from)) });
}
