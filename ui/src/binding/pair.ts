/** Which children were there before: the ones that are the same, have the same id, or follow each other in the same way. */
import type { Node } from "prosemirror-model";
import { Part, Run, type Kid } from "./shown";

/** How far apart two blocks without an id are sought. */
const WINDOW = 64;

/** The id of a block. */
export const idOfNode = (node: Node): string | null =>
  typeof node.attrs.id === "string" ? node.attrs.id : null;

/** The longest row of pairs in which nobody overtakes; `-1` for whoever is left out. */
function inOrder(pairs: number[]): number[] {
  const tails: number[] = [];
  const before: number[] = Array.from({ length: pairs.length }, () => -1);
  pairs.forEach((pair, at) => {
    if (pair < 0) return;
    let [low, high] = [0, tails.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[tails[middle] as number] as number) < pair) low = middle + 1;
      else high = middle;
    }
    before[at] = low > 0 ? (tails[low - 1] as number) : -1;
    tails[low] = at;
  });
  const kept = pairs.map(() => -1);
  for (let at = tails.at(-1) ?? -1; at >= 0; at = before[at] as number)
    kept[at] = pairs[at] as number;
  return kept;
}

/** Whether two nodes are the same block before and after an edit. */
function related(old: Node, fresh: Node): boolean {
  if (old.content === fresh.content && old.content.size > 0) return true;
  const { firstChild } = old;
  if (firstChild && (firstChild === fresh.firstChild || firstChild === fresh.lastChild))
    return true;
  return old.lastChild !== null && old.lastChild === fresh.lastChild;
}

interface Gap {
  old: readonly Node[];
  fresh: readonly Node[];
  from: number;
  to: number;
}

/**
 * Where rows or cells were only put in another order: those that say the same and keep their order among each other. Made anew by
 * a table's handles, they are other nodes without an id, and by place another's words would go into a stranger's cell.
 */
function sameIn({ old, fresh, from, to }: Gap, first: number): number[] {
  const count = to - from;
  if (count > WINDOW) return [];
  const free = new Set(Array.from({ length: count }, (_, i) => first + i));
  const found = Array.from({ length: count }, (_, j) => {
    const node = fresh[from + j] as Node;
    const at = [first + j, ...free].find((i) => free.has(i) && (old[i] as Node).eq(node)) ?? -1;
    free.delete(at);
    return at;
  });
  const isReordered = free.size === 0 && found.some((at, j) => at !== first + j);
  return isReordered ? inOrder(found) : [];
}

/**
 * Pairs what stands between two pairs. Where as many come as go, each is paired with the one at its place, if they are alike.
 * Else each that comes is paired with the first of those not paired yet that is alike and shares its content.
 */
function fillGap(
  pairs: number[],
  { old, fresh, from, to }: Gap,
  first: number,
  last: number,
): void {
  const alike = (i: number, j: number) => {
    const [a, b] = [old[i] as Node, fresh[j] as Node];
    if (a.type !== b.type) return false;
    return idOfNode(a) === idOfNode(b) || related(a, b);
  };
  if (to - from === last - first) {
    const same = sameIn({ old, fresh, from, to }, first);
    for (let j = from; j < to; j++) {
      const at = same.length > 0 ? (same[j - from] as number) : first + j - from;
      if (at >= 0 && (same.length > 0 || alike(at, j))) pairs[j] = at;
    }
    return;
  }
  let next = first;
  for (let j = from; j < to && next < last; j++) {
    for (let i = next; i < Math.min(last, next + WINDOW); i++) {
      if (
        !alike(i, j) ||
        !(related(old[i] as Node, fresh[j] as Node) || (old[i] as Node).eq(fresh[j] as Node))
      )
        continue;
      pairs[j] = i;
      next = i + 1;
      break;
    }
  }
  fillRest(pairs, { old, fresh, from, to }, first, last);
}

function fillRest(
  pairs: number[],
  { old, fresh, from, to }: Gap,
  first: number,
  last: number,
): void {
  let next = first;
  for (let j = from; j < to; j++) {
    const pair = pairs[j] as number;
    if (pair >= 0) {
      next = pair + 1;
      continue;
    }
    const [a, b] = [old[next], fresh[j]];
    if (!a || !b || next >= last || a.type !== b.type || idOfNode(a) !== idOfNode(b)) continue;
    const later = pairs.slice(j + 1, to).find((each) => each >= 0) ?? last;
    if (next < later) pairs[j] = next++;
  }
}

/** Whether a block has lost all its letters to the next one: who pressed Enter before a line has put an empty one before it. */
function handedOn(old: Node | undefined, fresh: Node | undefined, next: Node | undefined): boolean {
  const [was, is, goesOn] = [old?.firstChild, fresh?.firstChild, next?.firstChild];
  if (!was?.isTextblock || !is?.isTextblock || !goesOn?.isTextblock || old?.type !== next?.type)
    return false;
  return (
    was.content.size > 0 &&
    is.content.size === 0 &&
    was.type === goesOn.type &&
    was.content.eq(goesOn.content)
  );
}

const many = (pairs: readonly number[]): number => pairs.filter((pair) => pair >= 0).length;

/**
 * Of two lines that change places one is written anew: the one with the caret in it. In the other somebody else may write; and
 * who moves it as well at this moment does the same with theirs, so that neither is there twice.
 */
function inPlace(found: number[], fresh: readonly Node[], own: ReadonlySet<Node>): number[] {
  const all = inOrder(found);
  const others = inOrder(found.map((pair, j) => (own.has(fresh[j] as Node) ? -1 : pair)));
  return many(others) === many(all) ? others : all;
}

const NOBODYS: ReadonlySet<Node> = new Set();

/** For each new child the old one that it is, or `-1`; never out of order. `own`: those around the caret of who edits. */
export function pairUp(
  old: readonly Node[],
  fresh: readonly Node[],
  own: ReadonlySet<Node> = NOBODYS,
): number[] {
  const byNode = new Map<Node, number[]>();
  const byId = new Map<string, number>();
  old.forEach((node, i) => {
    const places = byNode.get(node);
    if (places) places.push(i);
    else byNode.set(node, [i]);
    const id = idOfNode(node);
    if (id !== null && !byId.has(id)) byId.set(id, i);
  });
  const found = fresh.map((node) => {
    const same = byNode.get(node)?.shift();
    if (same !== undefined) return same;
    const id = idOfNode(node);
    const i = id === null ? undefined : byId.get(id);
    return i !== undefined && old[i]?.type === node.type ? i : -1;
  });
  found.forEach((i, j) => {
    if (i < 0 || found[j + 1] !== -1 || !handedOn(old[i], fresh[j], fresh[j + 1])) return;
    found[j] = -1;
    found[j + 1] = i;
  });
  const pairs = own.size > 0 ? inPlace(found, fresh, own) : inOrder(found);
  let [from, first] = [0, 0];
  for (let j = 0; j <= fresh.length; j++) {
    const pair = j === fresh.length ? old.length : (pairs[j] as number);
    if (pair < 0) continue;
    if (from < j && first < pair) fillGap(pairs, { old, fresh, from, to: j }, first, pair);
    from = j + 1;
    first = pair + 1;
  }
  return pairs;
}

/** Who a part is when it is read again: its type, or, if it was made up, which one of its kind. */
function identities(kids: readonly Kid[]): unknown[] {
  const made = new Map<string, number>();
  return kids.map((kid) => {
    if (kid instanceof Run) return kid;
    if (kid.source) return kid.source;
    const { name } = kid.node.type;
    made.set(name, (made.get(name) ?? 0) + 1);
    return `${name} ${made.get(name)}`;
  });
}

/** The same for what was read twice: a part is the one that was read from the same type. */
export function pairParts(old: readonly Kid[], fresh: readonly Kid[]): number[] {
  const places = new Map(identities(old).map((identity, i) => [identity, i]));
  return inOrder(
    identities(fresh).map((identity, j) => {
      const i = places.get(identity) ?? -1;
      const [was, is] = [old[i], fresh[j]];
      return was instanceof Part && is instanceof Part && was.node.type === is.node.type ? i : -1;
    }),
  );
}
