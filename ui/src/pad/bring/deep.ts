/** Texts whose parts lie in each other hundreds deep: a browser needs minutes for one, and no person wrote it. */
import type { PlainBlock } from "../../forms/blocks";

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
export function isDeepHtml(html: string): boolean {
  let depth = 0;
  for (const [, end, name = "", alone] of html.matchAll(TAG)) {
    if (alone || ENDS.has(name.toLowerCase())) continue;
    depth = end ? Math.max(0, depth - 1) : depth + 1;
    if (depth > ELEMENTS_MAX) return true;
  }
  return false;
}

/** Signs of quotes and items before the words of a line, and how far it is indented. */
const SIGNS = /^([ \t]*)((?:(?:>|[-*+]|\d{1,9}[.)])[ \t]*)+)/gm;
const RULE = /^([-*_])[ \t]*(\1[ \t]*){2,}$/;

export function isDeepMarkdown(text: string): boolean {
  for (const [line, indent = "", signs = ""] of text.matchAll(SIGNS)) {
    if (line.length <= LEVELS_READ || RULE.test(signs.trim())) continue;
    const levels = indent.replaceAll("\t", "  ").length / 2;
    const count = signs.match(/>|[-*+]|\d+[.)]/g)?.length ?? 0;
    if (levels + count > LEVELS_READ) return true;
  }
  return false;
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
