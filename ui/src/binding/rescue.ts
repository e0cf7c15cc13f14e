/**
 * A line that its owner has put into a block which somebody takes away at that very moment would go with it, and nobody meant that:
 * its owner's page alone puts it back, into the block if that was moved, else where the block was.
 */
import type { Node } from "prosemirror-model";
import { TextSelection, type Transaction } from "prosemirror-state";
import * as Y from "yjs";
import { isGroup } from "./misfits";
import { lineAt } from "./positions";
import { Part, startOf, type Kid, type Shown } from "./shown";
import {
  hasLettersOfOthers,
  isGone,
  itemOf,
  itemsBefore,
  itemsOf,
  parentOf,
  type AnyType,
} from "./yjs";

/** So long after an edit (ms) others may act without having seen it. */
const ON_THE_WAY_MS = 3000;

/** A line that went with the block around it. */
interface Lost {
  part: Part;
  /** The block that it was put into. */
  holder: unknown;
  /** What held the outermost block that went, and what stood before that. */
  group: AnyType;
  before: AnyType | null;
}

const idOf = (node: Node): unknown => node.attrs.id;
const holderOf = (part: Part | null): Part | null => part?.parent?.parent ?? null;
const isBlock = ({ node: { type } }: Part): boolean => type.isInGroup("bnBlock") && !isGroup(type);

function blockOf(doc: Node, id: unknown): { node: Node; pos: number } | null {
  let found: { node: Node; pos: number } | null = null;
  doc.descendants((node, pos) => {
    if (!found && idOf(node) === id) found = { node, pos };
    return !found && !node.isTextblock;
  });
  return found;
}

/** Whether everything that stood in a group went at once: who takes away a whole text, and puts another in its place, means every line. */
function isEmptied(group: AnyType, { beforeState, deleteSet }: Y.Transaction): boolean {
  let gone = 0;
  let saysMore = false;
  for (const item of itemsOf(group)) {
    const isOld = item.id.clock < (beforeState.get(item.id.client) ?? 0);
    if (isOld && !item.deleted) return false;
    if (!isOld) saysMore ||= hasLettersOfOthers(item, () => false);
    else if (Y.isDeleted(deleteSet, item.id)) gone += 1;
  }
  return gone > 1 || saysMore;
}

export class Rescue {
  readonly #doc: Y.Doc;
  readonly #shown: Shown;
  /** From which unit on one wrote, and when. */
  #own: { clock: number; at: number }[] = [];
  #lost: Lost[] = [];
  #caret: { part: Part; offset: number } | null = null;

  constructor(doc: Y.Doc, shown: Shown) {
    this.#doc = doc;
    this.#shown = shown;
  }

  get isNeeded(): boolean {
    return this.#lost.length > 0;
  }

  /** One is about to write. */
  wrote(): void {
    const at = performance.now();
    const clock = Y.getState(this.#doc.store, this.#doc.clientID);
    this.#own = [...this.#own.filter((each) => at - each.at < ON_THE_WAY_MS), { clock, at }];
  }

  /** Others have changed something that is not shown yet. */
  offer(transaction: Y.Transaction): void {
    const at = performance.now();
    const since = this.#own.find((each) => at - each.at < ON_THE_WAY_MS)?.clock ?? Infinity;
    const isFresh = (type: unknown) => {
      const id = itemOf(type)?.id;
      return id !== undefined && id.client === this.#doc.clientID && id.clock >= since;
    };
    if (since < Infinity)
      Y.iterateDeletedStructs(transaction, transaction.deleteSet, (item) => {
        const type = item instanceof Y.Item && (item.content as Partial<Y.ContentType>).type;
        if (!type || !isFresh(type)) return;
        const part = this.#shown.get(type);
        const holder = part instanceof Part && isBlock(part) ? holderOf(part) : null;
        if (!part || !holder || !isGone(holder.source) || isFresh(holder.source)) return;
        if (part instanceof Part && part.node.textContent) this.#take(part, holder, transaction);
      });
  }

  #take(part: Part, holder: Part, transaction: Y.Transaction): void {
    let outermost = holder;
    for (let up = holderOf(holder); up && isGone(up.source); up = holderOf(up)) outermost = up;
    const group = parentOf(outermost.source);
    const living = [...itemsBefore(outermost.source)].find((item) => !item.deleted);
    const before = living?.content instanceof Y.ContentType ? living.content.type : null;
    if (group && !isEmptied(group, transaction))
      this.#lost.push({
        part,
        holder: idOf(holder.node),
        group,
        before: before as AnyType | null,
      });
  }

  /** The page is about to show something else. */
  keepCaret(head: number): void {
    const line = this.isNeeded && this.#shown.root ? lineAt(head, this.#shown.root) : null;
    for (let part = line; part; part = part.parent)
      if (this.#lost.some((lost) => lost.part === part))
        this.#caret = { part, offset: head - startOf(part) };
  }

  /** Whoever may not write now puts nothing back later either. */
  drop(): void {
    this.#lost = [];
    this.#caret = null;
  }

  /** Puts back what nobody else has brought anywhere; gives what it was when it went. */
  into(tr: Transaction): AnyType[] {
    const lost = this.#lost.filter(({ part: { node } }) => !blockOf(tr.doc, idOf(node)));
    this.#lost = [];
    for (const each of lost) {
      const pos = this.#put(tr, each);
      if (this.#caret?.part === each.part)
        tr.setSelection(TextSelection.near(tr.doc.resolve(pos + this.#caret.offset)));
    }
    this.#caret = null;
    return lost.map(({ part }) => part.source as AnyType);
  }

  #put(tr: Transaction, { part: { node }, holder, group, before }: Lost): number {
    const moved = blockOf(tr.doc, holder);
    if (moved) {
      const { lastChild } = moved.node;
      const end = moved.pos + moved.node.nodeSize - 1;
      if (lastChild && isGroup(lastChild.type)) return insert(tr, end - 1, node);
      const type = Object.values(tr.doc.type.schema.nodes).find(
        (each) => isGroup(each) && moved.node.contentMatchAt(moved.node.childCount).matchType(each),
      );
      if (type) return insert(tr, end, type.create(null, node)) + 1;
    }
    const beside = before ? this.#shown.get(before) : undefined;
    const place = placeIn(this.#shown.get(group), beside);
    const end = tr.doc.content.size - 1;
    return insert(tr, place === null ? end : tr.mapping.map(place, -1), node);
  }
}

function insert(tr: Transaction, pos: number, node: Node): number {
  tr.insert(pos, node);
  return pos;
}

/** The place in a part behind one of its children. */
function placeIn(group: Kid | undefined, beside: Kid | undefined): number | null {
  if (!(group instanceof Part)) return null;
  return beside?.parent === group ? startOf(beside) + beside.size : group.inside;
}
