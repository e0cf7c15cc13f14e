/** Texts whose parts lie in each other hundreds deep: a browser needs minutes for one, and no person wrote it. */
import type { Nodes } from "mdast";
import type { PlainBlock } from "../../forms/blocks";
import { parse } from "../../forms/markdown/grammar";

/** Elements in elements, as deep as browsers show them; a text of an office has twenty. */
const ELEMENTS_MAX = 500;
/** Quotes and lists in each other. */
const LEVELS_READ = 100;
/** Blocks nested in blocks: an outline has ten levels, and the server takes no text that is nested fifty times. */
const LEVELS_MAX = 30;

const TAG = /<(\/?)([a-z][\w:-]*)(?:[^<>]*(\/)>)?/gi;
/** What ends by itself, or holds nothing. */
const ENDS = new Set(
  (
    "html head body p li dt dd tr td th thead tbody tfoot colgroup col option optgroup rt rp a button nobr " +
    "br hr img input meta link base area embed param source track wbr"
  ).split(" "),
);

/** Counted in the letters, before a browser parses them: each further level costs it more. */
function isDeep(html: string): boolean {
  let depth = 0;
  for (const [, end, name = "", alone] of html.matchAll(TAG)) {
    if (alone || ENDS.has(name.toLowerCase())) continue;
    depth = end ? Math.max(0, depth - 1) : depth + 1;
    if (depth > ELEMENTS_MAX) return true;
  }
  return false;
}

/** Remarks, scripts and style sheets, each to its end: in what programs and people wrote there, `i<n` opens no element. */
const SILENT = /<!--(?!-?>)[^]*?(?:--!?>|$)|<(script|style)(?=[\s/>])[^]*?(?:<\/\1|$)/gi;
const OPENS = /(?!^)<(?!\/(?:script|style)$)/gi;

/**
 * A page that a browser may parse, or `null`. What was not counted has no sign in it any more with which an element could open: where
 * a browser sees no script, it finds no element that was not counted either.
 */
export function shallowHtml(html: string): string | null {
  if (!isDeep(html)) return html;
  const quiet = html.replace(SILENT, (part) => part.replace(OPENS, ""));
  return isDeep(quiet) ? null : quiet;
}

/**
 * Signs of quotes and items before the words of a line, and how far it is indented. A space parts an item's sign from its words.
 * Signs of one kind with no words behind them are a rule.
 */
const SIGNS =
  /^([ \t]*)(?!([-*])[ \t]*(?:\2[ \t]*){2,}$)((?:(?:>|(?:[-*+]|\d{1,9}[.)])(?=[ \t]|$))[ \t]*)+)/gm;
const LINE_END = /\r\n|\r|\n/;

function isDeepLine(line: string, indent: string, signs: string): boolean {
  if (line.length <= LEVELS_READ) return false;
  const levels = indent.replaceAll("\t", "  ").length / 2;
  const count = signs.match(/>|[-*+]|\d+[.)]/g)?.length ?? 0;
  return levels + count > LEVELS_READ;
}

/** What holds blocks, and not words: a remark among words ends where a quote begins. */
const HOLDERS = new Set(["root", "blockquote", "list", "listItem"]);

/** Numbers of the lines that are code or HTML, word for word. */
function* verbatim(node: Nodes): Generator<number> {
  if (node.type === "code" || node.type === "html") {
    const { start, end } = node.position ?? { start: { line: 0 }, end: { line: -1 } };
    for (let line = start.line; line <= end.line; line += 1) yield line;
  } else if ("children" in node && HOLDERS.has(node.type))
    for (const child of node.children) yield* verbatim(child);
}

/**
 * Whether a line lies too deep. Only a parser can tell that one is code: it gets each of them without its signs, which costs no more
 * than other words. Up to the first of them it reads the same text, so what it says of that one is true, and so on.
 */
export function isDeepMarkdown(text: string): boolean {
  const deep: number[] = [];
  let [line, counted] = [1, 0];
  const shallow = text.replace(
    SIGNS,
    (whole: string, indent: string, _rule: unknown, signs: string, at: number) => {
      if (!isDeepLine(whole, indent, signs)) return whole;
      line += text.slice(counted, at).split(LINE_END).length - 1;
      counted = at;
      deep.push(line);
      return `${indent}x`;
    },
  );
  if (deep.length === 0) return false;
  const code = new Set(verbatim(parse(shallow)));
  return deep.some((one) => !code.has(one));
}

/** Brings blocks that are nested too deep up to the last level that may be, in their order. */
export const levelled = (blocks: readonly PlainBlock[], left = LEVELS_MAX): PlainBlock[] =>
  blocks.flatMap((block) => {
    const { children, ...own } = block;
    if (!children || children.length === 0) return [block];
    return left > 0
      ? [{ ...own, children: levelled(children, left - 1) }]
      : [own, ...levelled(children, 0)];
  });
