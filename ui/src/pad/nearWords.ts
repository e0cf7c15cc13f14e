/** Where words stand near a caret, line by line, so that no name is put over them. Each part of the text is measured once. */
import type { Box } from "./cursorLabels";

/** What holds words. */
const PARTS = ".bn-inline-content, td, th";
/** Names and carets are no words. */
const CURSOR = ".cursor";

function linesIn(part: Element): Box[] {
  const lines: Box[] = [];
  const range = document.createRange();
  const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const { currentNode: text } = walker;
    if (text.parentElement?.closest(CURSOR)) continue;
    range.selectNodeContents(text);
    for (const { x, y, width, height } of range.getClientRects())
      if (width > 0) lines.push({ x, y, width, height });
  }
  return lines;
}

export class NearWords {
  readonly #lines = new Map<Element, Box[]>();

  /** Those around a caret whose name has this size: above, behind its line, and below. */
  around(caret: Element, width: number, height: number): Box[] {
    const { left, top, bottom } = caret.getBoundingClientRect();
    const own = caret.closest(PARTS);
    const lines = own ? [...this.#of(own)] : [];
    const isOnLine = (line: Box) => line.y < bottom && top < line.y + line.height;
    const end = Math.max(left, ...lines.filter(isOnLine).map((line) => line.x + line.width));
    const xs = [left - width, left + 1, left + width];
    const ys = [top - height, top - height / 2, bottom + height / 2, bottom + height]; // a half of it may be between two blocks
    const points = ys.flatMap((y) => xs.map((x) => ({ x, y })));
    points.push({ x: end + width / 2, y: (top + bottom) / 2 });
    const near = points.map(({ x, y }) => document.elementFromPoint(x, y)?.closest(PARTS));
    for (const part of new Set(near)) if (part && part !== own) lines.push(...this.#of(part));
    return lines;
  }

  #of(part: Element): Box[] {
    const known = this.#lines.get(part) ?? linesIn(part);
    this.#lines.set(part, known);
    return known;
  }
}
