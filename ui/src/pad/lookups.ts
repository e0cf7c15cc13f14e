/**
 * ProseMirror looks for a child from the first one on, each time. A pad is one group of all its blocks, so whoever does that for
 * every block (numbers, ids, decorations, views) takes the square of their number. Here these lookups go straight to the place in
 * long lists, and answer as before: `test/lookups.test.ts` compares them.
 */
import { Fragment, type Node } from "prosemirror-model";
import { Plugin } from "prosemirror-state";
import { DecorationSet, type DecorationSource, type EditorView } from "prosemirror-view";

/** A shorter list is gone through as fast as anything. */
const LONG = 64;

/** What neither package promises to others. */
interface Found {
  index: number;
  offset: number;
}
type Visit = Parameters<Fragment["nodesBetween"]>[2];
interface Places {
  findIndex(pos: number): Found;
  nodesBetween(from: number, to: number, visit: Visit, start?: number, parent?: Node): void;
  replaceChild(index: number, node: Node): Fragment;
}
/** A node, mark, letter or widget as it is drawn. */
interface View {
  readonly node?: Node;
  readonly children: readonly View[];
  readonly posAtStart: number;
  /** The place in the whole text. */
  posBeforeChild(child: View): number;
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

/** Where each child begins, but for those behind one that has come to be longer or shorter since. */
class Starts {
  readonly #base: Uint32Array;
  readonly #changed: number;
  readonly #more: number;

  constructor(base: Uint32Array, changed = base.length, more = 0) {
    [this.#base, this.#changed, this.#more] = [base, changed, more];
  }

  static of(fragment: Fragment): Starts {
    const base = new Uint32Array(fragment.childCount);
    fragment.forEach((_, offset, i) => (base[i] = offset));
    return new Starts(base);
  }

  at(i: number): number {
    return (this.#base[i] as number) + (i > this.#changed ? this.#more : 0);
  }

  /** The child that stands at a place, or begins there. */
  indexOf(pos: number): number {
    return countUpTo(pos, this.#base.length, (i) => this.at(i)) - 1;
  }

  /** The same once a child is longer by so much. Whoever types does that to one and the same with each key. */
  longer(child: number, more: number): Starts {
    if (more === 0) return this;
    if (child === this.#changed || this.#more === 0)
      return new Starts(this.#base, child, this.#more + more);
    const base = this.#base.slice();
    for (let i = this.#changed + 1; i < base.length; i++) base[i] = this.at(i);
    return new Starts(base, child, more);
  }
}

/** `null` after the first question, since most fragments are asked one. */
const starts = new WeakMap<Fragment, Starts | null>();

function startsOf(fragment: Fragment): Starts | null {
  const known = starts.get(fragment);
  if (known) return known;
  const made = known === null ? Starts.of(fragment) : null;
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

const places = Fragment.prototype as unknown as Places;
const decorated = DecorationSet.prototype as unknown as Decorated;

/** The lookups as they came. */
export const asTheyCame = {
  findIndex: places.findIndex,
  nodesBetween: places.nodesBetween,
  replaceChild: places.replaceChild,
  forChild: decorated.forChild,
};

const { findIndex, nodesBetween, replaceChild, forChild } = asTheyCame;

function quickFindIndex(this: Fragment, pos: number): Found {
  const within = pos > 0 && pos < this.size && this.childCount >= LONG;
  const known = within ? startsOf(this) : null;
  if (!known) return findIndex.call(this as unknown as Places, pos);
  const index = known.indexOf(pos);
  return { index, offset: known.at(index) };
}

function quickNodesBetween(
  this: Fragment,
  ...[from, to, visit, start = 0, parent]: Parameters<Places["nodesBetween"]>
): void {
  const known = from > 0 && this.childCount >= LONG ? startsOf(this) : null;
  if (!known) return nodesBetween.call(this as unknown as Places, from, to, visit, start, parent);
  let i = known.indexOf(from);
  for (let pos = known.at(i); pos < to; i++) {
    const child = this.child(i);
    const end = pos + child.nodeSize;
    const inside = pos + 1;
    if (end > from && visit(child, start + pos, parent ?? null, i) !== false && child.content.size)
      child.nodesBetween(
        Math.max(0, from - inside),
        Math.min(child.content.size, to - inside),
        visit,
        start + inside,
      );
    pos = end;
  }
}

/** What is known of a list is known of it with another child, too. */
function quickReplaceChild(this: Fragment, index: number, node: Node): Fragment {
  const fresh = replaceChild.call(this as unknown as Places, index, node);
  const known = fresh === this ? null : starts.get(this);
  if (known) starts.set(fresh, known.longer(index, node.nodeSize - this.child(index).nodeSize));
  return fresh;
}

function quickForChild(this: Decorated, offset: number, child: Node): DecorationSource {
  const { local, children } = this;
  if (children.length < 3 * LONG) return forChild.call(this, offset, child);
  const at = 3 * firstFrom(offset, children);
  return forChild.call(
    { local, children: children.slice(at, at + 3) } as unknown as Decorated,
    offset,
    child,
  );
}

/** Puts the quick lookups in the place of the others, for every editor of this page. */
export function lookQuickly(): void {
  places.findIndex = quickFindIndex as unknown as Places["findIndex"];
  places.nodesBetween = quickNodesBetween as unknown as Places["nodesBetween"];
  places.replaceChild = quickReplaceChild as unknown as Places["replaceChild"];
  decorated.forChild = quickForChild;
}

/** Where a drawn child begins: it stands in its list as its node does in the other, as long as nothing else is drawn before it. */
function placeOf(view: View, child: View): number | null {
  const content = view.node?.content;
  if (!content || content.childCount < LONG || view.children.length !== content.childCount)
    return null;
  const i = view.children.indexOf(child);
  if (i <= 0 || view.children[i - 1]?.node !== content.child(i - 1)) return null;
  const known = startsOf(content);
  return known && view.posAtStart + known.at(i);
}

/** The class of all that is drawn, which its package keeps to itself. */
function classOfViews(drawn: View): View | null {
  let of: View | null = drawn;
  while (of && !Object.hasOwn(of, "posBeforeChild")) of = Object.getPrototypeOf(of) as View | null;
  return of;
}

const isQuick = new WeakSet<View>();

/** The same for where in the text something is drawn, which an editor asks with each letter that a browser has put there. */
function seeQuickly(editor: EditorView): void {
  const views = classOfViews((editor as unknown as { docView: View }).docView);
  if (!views || isQuick.has(views)) return;
  isQuick.add(views);
  const { posBeforeChild } = views;
  views.posBeforeChild = function (this: View, child) {
    return placeOf(this, child) ?? posBeforeChild.call(this, child);
  };
}

export const quickViews = new Plugin({
  view(editor) {
    seeQuickly(editor);
    return {};
  },
});
