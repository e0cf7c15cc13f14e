/** Where names stand beside carets: whole, none over another, and over no words that somebody reads. */

/** A name keeps so far (px) from the edges of the window, or of the table that it stands in. */
export const EDGE_PX = 8;
/** Between two names, and between a name and words (px). */
const GAP_PX = 2;
/** Between the end of a line and a name that stands behind it (px). */
const BEHIND_PX = 6;

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** A name, the caret that it belongs to, and what is around. */
export interface Label {
  caret: { x: number; top: number; bottom: number };
  width: number;
  height: number;
  /** Between which sides it is to be seen. */
  from: number;
  to: number;
  /** Above its caret it would be cut off. */
  isCutAbove: boolean;
  /** Words near it, line by line. */
  words: readonly Box[];
}

/** Above its caret, behind the line, or below. */
export type Where = "above" | "behind" | "below";

export interface Place {
  where: Where;
  /** How far it moves sideways from its caret. */
  move: number;
  /** There is no other place than over words. */
  covers: boolean;
}

const overlaps = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width + GAP_PX &&
  b.x < a.x + a.width + GAP_PX &&
  a.y < b.y + b.height &&
  b.y < a.y + a.height;

const topOf = ({ caret: { top, bottom }, height }: Label, where: Where): number =>
  ({ above: top - height, behind: (top + bottom - height) / 2, below: bottom })[where];

/** Where the line of a caret ends. */
const endOf = ({ caret, words }: Label): number =>
  Math.max(
    caret.x,
    ...words.flatMap(({ x, y, width, height }) =>
      y < caret.bottom && caret.top < y + height ? [x + width] : [],
    ),
  );

/** The left ends at which a name may stand there, the best one first. */
function leftsOf(label: Label, where: Where, beside: readonly Box[]): number[] {
  const { caret, width } = label;
  const rights = beside.map((other) => other.x + other.width + GAP_PX);
  if (where === "behind") {
    const end = endOf(label) + BEHIND_PX;
    return [end, ...rights.filter((x) => x > end).sort((a, b) => a - b)];
  }
  // to the right of its caret, to the left of it, or beside a name that stands there
  const lefts = [caret.x, caret.x - width, ...rights, ...beside.map(({ x }) => x - width - GAP_PX)];
  return lefts.sort((a, b) => Math.abs(a - caret.x) - Math.abs(b - caret.x));
}

function placed(label: Label, others: readonly Box[], covers: boolean): Place | null {
  const { caret, width, height, from, to, isCutAbove, words } = label;
  const [least, most] = [from + EDGE_PX, to - EDGE_PX - width];
  const ways: Where[] = isCutAbove ? ["behind", "below"] : ["above", "behind", "below"];
  for (const where of covers ? ways.filter((way) => way !== "behind") : ways) {
    const at = (x: number): Box => ({ x, y: topOf(label, where), width, height });
    const isFree = (x: number) =>
      x >= least &&
      x <= most &&
      !others.some((other) => overlaps(at(x), other)) &&
      (covers || !words.some((line) => overlaps(at(x), line)));
    const beside = others.filter((other) => overlaps(at(other.x), other));
    const lefts = leftsOf(label, where, beside);
    if (covers || (where !== "behind" && Math.abs(most - caret.x) <= width)) lefts.push(most); // at the edge
    const x = lefts.find(isFree);
    if (x !== undefined) return { where, move: x - caret.x, covers };
  }
  return null;
}

/** Where each name stands; `null` where there is no room for it. */
export function arranged(labels: readonly Label[]): (Place | null)[] {
  const boxes: Box[] = [];
  const places: (Place | null)[] = labels.map(() => null);
  const inOrder = labels
    .map((label, i) => ({ label, i }))
    .sort((a, b) => a.label.caret.top - b.label.caret.top || a.label.caret.x - b.label.caret.x);
  for (const { label, i } of inOrder) {
    const place = placed(label, boxes, false) ?? placed(label, boxes, true);
    if (!place) continue;
    const { caret, width, height } = label;
    boxes.push({ x: caret.x + place.move, y: topOf(label, place.where), width, height });
    places[i] = place;
  }
  return places;
}
