/** Who wrote which part of a block, by the client ids in the document. */
import type { Node } from "@tiptap/pm/model";
import * as Y from "yjs";
import { Part, startOf, type Kid } from "../../binding/shown";
import { itemOf, itemsOf } from "../../binding/yjs";
import type { StateVector } from "./absence";
import type { Moved, Span } from "./moved";

/** A part of a block, counted from where the block begins in the editor's document. */
export interface Written {
  from: number;
  to: number;
  client: number;
  /** Whoever was away has not seen it before. */
  isNew: boolean;
}

/** The blocks below a part, in the order of the text: a line, a table, a picture each. */
export function* blocksIn(part: Part): Generator<Part> {
  if (part.node.type.isInGroup("blockContent")) return void (yield part);
  for (const kid of part.kids) if (kid instanceof Part) yield* blocksIn(kid);
}

/** A gap between two words is of who wrote the word before it: nobody asks who wrote that. */
const isGap = ({ content }: Y.Item): boolean =>
  content instanceof Y.ContentString && content.str.trim() === "";

/** The part of these letters that was seen, and the one that is new. */
function* byNews(
  { client, clock, length }: Span,
  seen: StateVector | null,
): Generator<[number, boolean]> {
  const old = seen ? Math.min(Math.max((seen.get(client) ?? 0) - clock, 0), length) : length;
  if (old > 0) yield [old, false];
  if (old < length) yield [length - old, true];
}

interface Known {
  moved: Moved;
  /** What was seen before one was away; `null`: all. */
  seen: StateVector | null;
}

function writtenIn(block: Part, { moved, seen }: Known): Written[] {
  const start = startOf(block);
  const all: Written[] = [];
  const add = (from: number, span: Span) => {
    for (const [length, isNew] of byNews(span, seen)) {
      const last = all.at(-1);
      if (last?.client === span.client && last.isNew === isNew && last.to === from)
        last.to += length;
      else all.push({ from, to: from + length, client: span.client, isNew });
      from += length;
    }
  };
  const visit = (kid: Kid): void => {
    if (kid instanceof Part) {
      const item = kid.node.isInline ? itemOf(kid.source) : null;
      if (item) add(startOf(kid) - start, { ...item.id, length: kid.size });
      else kid.kids.forEach(visit);
      return;
    }
    let at = startOf(kid) - start;
    for (const item of kid.texts.flatMap((text) => [...itemsOf(text)])) {
      if (item.deleted || !item.countable) continue;
      const { id, length } = item;
      const last = all.at(-1);
      if (last?.to === at && isGap(item)) last.to += length;
      else if (!isGap(item)) {
        let from = at;
        for (const span of moved.authorsOf({ ...id, length })) {
          add(from, span);
          from += span.length;
        }
      }
      at += length;
    }
  };
  block.kids.forEach(visit);
  const item = itemOf(block.source);
  const isThing = block.misfit || (block.node.isLeaf && !block.node.inlineContent);
  if (!isThing || !item) return all;
  const isNew = seen !== null && item.id.clock >= (seen.get(item.id.client) ?? 0);
  return [{ from: 0, to: block.size, client: item.id.client, isNew }];
}

/** What is written in blocks, read once for each state of a block. */
export class Reading {
  readonly #of: Known;
  readonly #known = new WeakMap<Node, Written[]>();

  constructor(moved: Moved, seen: StateVector | null = null) {
    this.#of = { moved, seen };
  }

  of(block: Part): readonly Written[] {
    const known = this.#known.get(block.node);
    if (known) return known;
    const written = writtenIn(block, this.#of);
    this.#known.set(block.node, written);
    return written;
  }
}
