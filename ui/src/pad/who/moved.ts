/**
 * Letters that were moved, and whose they are. In Yjs letters can't move: a line that somebody breaks, joins, indents or drags goes
 * on as new letters under the id of who did it, and so does what undo brings back. This page sees such letters go and come, and
 * remembers who wrote them; who comes later has not seen it, and nothing in the document tells.
 */
import * as Y from "yjs";
import { isGone, itemOf, itemsOf } from "../../binding/yjs";

/** So many letters in a row, under the id that the first of them was written under. */
export interface Span {
  client: number;
  clock: number;
  length: number;
}

/** The same, and where they stand now. */
interface Placed {
  clock: number;
  length: number;
  by: Pick<Span, "client" | "clock">;
}

/** Letters that stand in a row, or stood in one. */
interface Row {
  letters: string;
  spans: Span[];
  /** The line that they stand in came or went with them. */
  isLine: boolean;
}

/** Fewer letters than this are the same by chance, but where a whole line comes or goes. */
const ALIKE = 3;
/** Rows that went and may come back by undo: only what tells them from others is kept, no letter of them. */
const KEPT_ROWS = 2_000;
/** Of rows that go at once so many are looked for as parts of what comes. */
const IN_PARTS = 64;
/** Spans that are remembered: a meeting moves less. Whoever moves more counts as its writer. */
const MOST = 50_000;

/** cyrb53, a hash of 53 bits: of a row that is gone. */
function markOf(letters: string): string {
  let [a, b] = [0xdeadbeef, 0x41c6ce57];
  for (let i = 0; i < letters.length; i++) {
    const code = letters.charCodeAt(i);
    a = Math.imul(a ^ code, 2654435761);
    b = Math.imul(b ^ code, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return `${letters.length} ${4294967296 * (2097151 & b) + (a >>> 0)}`;
}

/** The rows of some items of a text. What is seen and is none of them parts two rows; `alone`: so does another client. */
function rowsIn(
  text: Y.Text,
  wanted: (item: Y.Item) => boolean,
  { isLine, alone }: { isLine: boolean; alone: boolean },
): Row[] {
  const rows: Row[] = [];
  let row: Row | null = null;
  for (const item of itemsOf(text)) {
    if (!item.countable) continue;
    const { id, content, length } = item;
    if (!(content instanceof Y.ContentString) || !wanted(item)) {
      if (!item.deleted) row = null;
      continue;
    }
    if (!row || (alone && row.spans.at(-1)?.client !== id.client))
      rows.push((row = { letters: "", spans: [], isLine }));
    row.letters += content.str;
    row.spans.push({ client: id.client, clock: id.clock, length });
  }
  return rows;
}

const isOld = ({ id }: Y.Item, { beforeState }: Y.Transaction): boolean =>
  id.clock < (beforeState.get(id.client) ?? 0);

/** What a transaction has taken out. */
function goneIn(change: Y.Transaction): Row[] {
  if (change.deleteSet.clients.size === 0) return [];
  const texts = new Set<Y.Text>();
  const isTaken = (item: Y.Item) => item.content instanceof Y.ContentString && isOld(item, change);
  Y.iterateDeletedStructs(change, change.deleteSet, (item) => {
    if (item instanceof Y.Item && isTaken(item) && item.parent instanceof Y.Text)
      texts.add(item.parent);
  });
  const wanted = (item: Y.Item) =>
    item.deleted && isOld(item, change) && Y.isDeleted(change.deleteSet, item.id);
  return [...texts].flatMap((text) => rowsIn(text, wanted, { isLine: isGone(text), alone: false }));
}

/** What a transaction has brought, if it is so many letters. */
function comeIn(change: Y.Transaction, least: number): Row[] {
  const { beforeState, afterState, doc } = change;
  const texts = new Set<Y.Text>();
  let letters = 0;
  for (const [client, after] of afterState) {
    const before = beforeState.get(client) ?? 0;
    if (after <= before) continue;
    const structs = doc.store.clients.get(client) ?? [];
    for (let i = Y.findIndexSS(structs, before); i < structs.length; i++) {
      const item = structs[i];
      if (!(item instanceof Y.Item) || item.deleted || !(item.parent instanceof Y.Text)) continue;
      if (!(item.content instanceof Y.ContentString)) continue;
      letters += item.length;
      texts.add(item.parent);
    }
  }
  if (letters < least) return [];
  const wanted = (item: Y.Item) => !item.deleted && !isOld(item, change);
  const isNew = (text: Y.Text) => {
    const item = itemOf(text);
    return item !== null && !isOld(item, change);
  };
  return [...texts].flatMap((text) => rowsIn(text, wanted, { isLine: isNew(text), alone: true }));
}

/** A part of some spans. */
function part(spans: readonly Span[], from: number, length: number): Span[] {
  const found: Span[] = [];
  let at = 0;
  for (const { client, clock, length: long } of spans) {
    const [a, b] = [Math.max(from, at), Math.min(from + length, at + long)];
    if (a < b) found.push({ client, clock: clock + a - at, length: b - a });
    at += long;
  }
  return found;
}

interface Same {
  at: number;
  from: number;
  length: number;
}

/** What two rows have in common: one is in the other, or was changed in one place since. Where that is little it is chance. */
function inBoth(fresh: string, old: string): Same[] {
  const least = Math.min(fresh.length, old.length);
  if (least < ALIKE) return [];
  const [at, from] = [fresh.indexOf(old), old.indexOf(fresh)];
  if (at >= 0) return [{ at, from: 0, length: old.length }];
  if (from >= 0) return [{ at: 0, from, length: fresh.length }];
  let before = 0;
  while (before < least && fresh[before] === old[before]) before += 1;
  let behind = 0;
  while (behind < least - before && fresh.at(-1 - behind) === old.at(-1 - behind)) behind += 1;
  if (before + behind < Math.max(ALIKE, old.length / 2)) return [];
  return [
    { at: 0, from: 0, length: before },
    { at: fresh.length - behind, from: old.length - behind, length: behind },
  ].filter(({ length }) => length > 0);
}

export class Moved {
  /** By the client that they stand under now, in the order of their clocks. */
  readonly #known = new Map<number, Placed[]>();
  readonly #gone = new Map<string, Span[]>();
  #count = 0;

  /** Looks at all that is written, until the returned function is called. */
  watch(doc: Y.Doc): () => void {
    doc.on("afterTransaction", this.#see);
    return () => doc.off("afterTransaction", this.#see);
  }

  /** What the letters that stand under these clocks of a client were written under. */
  authorsOf({ client, clock, length }: Span): Span[] {
    const known = this.#known.get(client);
    if (!known) return [{ client, clock, length }];
    const [spans, end]: [Span[], number] = [[], clock + length];
    let at = clock;
    for (let i = firstBehind(known, clock); at < end; i++) {
      const next = known[i];
      const from = Math.min(next?.clock ?? end, end);
      if (from > at) spans.push({ client, clock: at, length: from - at });
      at = Math.max(at, from);
      if (!next || at >= end) break;
      const to = Math.min(next.clock + next.length, end);
      const { by } = next;
      spans.push({ client: by.client, clock: by.clock + at - next.clock, length: to - at });
      at = to;
    }
    return spans;
  }

  readonly #see = (change: Y.Transaction): void => {
    const gone = goneIn(change);
    const come = comeIn(change, gone.length > 0 ? 1 : ALIKE);
    const byLetters = new Map<string, Row[]>();
    for (const row of gone)
      byLetters.set(row.letters, [...(byLetters.get(row.letters) ?? []), row]);
    const left = new Set(gone);
    for (const row of come) this.#find(row, byLetters, left);
    for (const row of left) this.#keep(row);
  };

  #find(row: Row, gone: Map<string, Row[]>, left: Set<Row>): void {
    const isTold = (other: Row) => row.letters.length >= ALIKE || row.isLine || other.isLine;
    const same = gone.get(row.letters)?.find((other) => left.has(other) && isTold(other));
    if (same) {
      left.delete(same);
      return this.#note(row, 0, this.#of(same));
    }
    if (row.letters.length < ALIKE) return;
    const mark = markOf(row.letters);
    const kept = this.#gone.get(mark);
    if (kept) {
      this.#gone.delete(mark);
      return this.#note(row, 0, kept);
    }
    if (left.size > IN_PARTS) return;
    const found: Same[] = [];
    // the longest first: what is a part of both is the longer one's
    for (const other of [...left].sort((a, b) => b.letters.length - a.letters.length)) {
      const same = inBoth(row.letters, other.letters).filter(
        ({ at, length }) =>
          !found.some((each) => at < each.at + each.length && each.at < at + length),
      );
      if (same.length > 0) left.delete(other);
      found.push(...same);
      for (const { at, from, length } of same)
        this.#note(row, at, part(this.#of(other), from, length));
    }
  }

  #of = ({ spans }: Row): Span[] => spans.flatMap((span) => this.authorsOf(span));

  #keep(row: Row): void {
    if (row.letters.length < ALIKE) return;
    const mark = markOf(row.letters);
    this.#gone.delete(mark);
    this.#gone.set(mark, this.#of(row));
    if (this.#gone.size > KEPT_ROWS) this.#gone.delete(this.#gone.keys().next().value as string);
  }

  /** The letters of a row from a place on are those of these authors. */
  #note({ spans }: Row, from: number, authors: readonly Span[]): void {
    let at = 0;
    for (const { client, clock, length } of spans) {
      let own = clock;
      const begins = Math.max(from - at, 0);
      own += begins;
      for (const by of part(authors, at + begins - from, length - begins)) {
        this.#put(client, { clock: own, length: by.length, by });
        own += by.length;
      }
      at += length;
    }
  }

  #put(client: number, placed: Placed): void {
    if (this.#count >= MOST) return;
    this.#count += 1;
    const known = this.#known.get(client) ?? [];
    this.#known.set(client, known);
    known.splice(firstBehind(known, placed.clock), 0, placed);
  }
}

/** The first of them that ends behind this clock. */
function firstBehind(known: readonly Placed[], clock: number): number {
  let [low, high] = [0, known.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const { clock: from, length } = known[middle] as Placed;
    if (from + length <= clock) low = middle + 1;
    else high = middle;
  }
  return low;
}
