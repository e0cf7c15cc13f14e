/**
 * ProseMirror looks for a child from the first one on, each time. A pad is one group of all its blocks, so whoever does that for
 * every block (numbers, ids, decorations, views) takes the square of their number. Here both lookups go straight to the place in
 * long lists, and answer as before: `test/lookups.test.ts` compares them.
 */
import { Fragment, type Node } from "prosemirror-model";
import { DecorationSet, type DecorationSource } from "prosemirror-view";

/** A shorter list is gone through as fast as anything. */
const LONG = 64;

/** What neither package promises to others. */
interface Found {
  index: number;
  offset: number;
}
interface Places {
  findIndex(pos: number): Found;
}
interface Decorated {
  local: readonly unknown[];
  /** From, to and the decorations of each child that has some, in order. */
  children: readonly unknown[];
  forChild(offset: number, child: Node): DecorationSource;
}

/** How many of `length` sorted numbers are at most `most`. */
function countUpTo(most: number, length: number, numberAt: (i: number) => number): number {
  let [from, to] = [0, length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (numberAt(middle) <= most) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** Where each child begins; `null` after the first question, since most fragments are asked one. */
const starts = new WeakMap<Fragment, Uint32Array | null>();

function startsOf(fragment: Fragment): Uint32Array | null {
  const known = starts.get(fragment);
  if (known) return known;
  const made = known === null ? new Uint32Array(fragment.childCount) : null;
  if (made) fragment.forEach((_, offset, i) => (made[i] = offset));
  starts.set(fragment, made);
  return made;
}

/** The last question: a view asks for its children one after another, so the answer is mostly the same or the one behind it. */
let last: { children: readonly unknown[]; at: number } = { children: [], at: 0 };

/** The first child of a decorated list that begins at `offset` or behind it. */
function firstFrom(offset: number, children: readonly unknown[]): number {
  const count = children.length / 3;
  const startOf = (i: number) =>
    i < 0 ? -Infinity : i < count ? (children[3 * i] as number) : Infinity;
  const isIt = (i: number) => startOf(i - 1) < offset && startOf(i) >= offset;
  const { at } = last;
  if (children !== last.children || !(isIt(at) || isIt(at + 1)))
    last = { children, at: countUpTo(offset - 1, count, startOf) };
  else if (!isIt(at)) last.at = at + 1;
  return last.at;
}

/** The lookups as they came. */
export const asTheyCame = {
  findIndex: (Fragment.prototype as unknown as Places).findIndex,
  forChild: (DecorationSet.prototype as unknown as Decorated).forChild,
};

/** Puts the quick lookups in the place of the others, for every editor of this page. */
export function lookQuickly(): void {
  const { findIndex, forChild } = asTheyCame;

  (Fragment.prototype as unknown as Places).findIndex = function (this: Fragment, pos) {
    const within = pos > 0 && pos < this.size && this.childCount >= LONG;
    const known = within ? startsOf(this) : null;
    if (!known) return findIndex.call(this as unknown as Places, pos);
    const index = countUpTo(pos, known.length, (i) => known[i] as number) - 1;
    return { index, offset: known[index] as number };
  };

  (DecorationSet.prototype as unknown as Decorated).forChild = function (
    this: Decorated,
    offset,
    child,
  ) {
    const { local, children } = this;
    if (children.length < 3 * LONG) return forChild.call(this, offset, child);
    const at = 3 * firstFrom(offset, children);
    return forChild.call(
      { local, children: children.slice(at, at + 3) } as unknown as Decorated,
      offset,
      child,
    );
  };
}
