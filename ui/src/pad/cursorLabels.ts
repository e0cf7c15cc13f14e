/** Where names stand beside carets: at their caret, whole, and none over another. */

/** A name keeps so far (px) from the edges of the window, or of the table that it stands in. */
export const EDGE_PX = 8;
/** Between two names (px). */
const GAP_PX = 2;

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Where a name would stand if it were alone, its left end at its caret; and between which sides it is to be seen. */
export interface Label extends Box {
  from: number;
  to: number;
}

const overlaps = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width + GAP_PX &&
  b.x < a.x + a.width + GAP_PX &&
  a.y < b.y + b.height &&
  b.y < a.y + a.height;

/** How far each name moves sideways so that it is whole and covers no other; `null` where there is no room for it. */
export function arranged(labels: readonly Label[]): (number | null)[] {
  const placed: Box[] = [];
  const moves: (number | null)[] = labels.map(() => null);
  const inOrder = labels
    .map((label, i) => ({ label, i }))
    .sort((a, b) => a.label.y - b.label.y || a.label.x - b.label.x);
  for (const { label, i } of inOrder) {
    const [least, most] = [label.from + EDGE_PX, label.to - EDGE_PX - label.width];
    const fits = (x: number) =>
      x >= least && x <= most && !placed.some((other) => overlaps({ ...label, x }, other));
    const beside = placed.filter((other) => overlaps({ ...label, x: other.x }, other));
    // to the right of its caret, to the left of it, or beside a name that stands there; else at the edge
    const places = [
      label.x,
      label.x - label.width,
      ...beside.flatMap((other) => [
        other.x + other.width + GAP_PX,
        other.x - label.width - GAP_PX,
      ]),
    ];
    const free = [
      ...places.sort((a, b) => Math.abs(a - label.x) - Math.abs(b - label.x)),
      most,
    ].find(fits);
    if (free === undefined) continue;
    placed.push({ ...label, x: free });
    moves[i] = free - label.x;
  }
  return moves;
}
