/**
 * A line that its owner has put into a block which somebody takes away at that very moment would go with it, and nobody meant that:
 * its owner's page alone puts it back, into the block if that was moved, else where the block was.
 */
import { Fragment, type Node } from "prosemirror-model";
import { TextSelection, type Transaction } from "prosemirror-state";
import * as Y from "yjs";
import { editsBetween } from "./changes";
import { isElsewhere } from "./copies";
import type { Lately, Said } from "./lately";
import { lettersIn, slicesOf } from "./line";
import { isGroupType } from "./misfits";
import { idOfNode } from "./pair";
import { lineAt } from "./positions";
import { Part, Run, startOf, type Kid, type Shown } from "./shown";
import type { Stale } from "./stale";
import {
  hasLettersOfOthers,
  isGone,
  itemOf,
  itemsBefore,
  itemsOf,
  parentOf,
  type AnyType,
} from "./yjs";

type Joined = Pick<Said, "letters" | "took">;

/** A line that went with the block around it, or with the line that it was joined to. */
interface Lost {
  part: Part;
  /** What the line said before another was joined to it, and what that may have said; `null` if all of the block was lost. */
  joined: Joined | null;
  /** The block that it was put into. */
  holder: unknown;
  /** What held the outermost block that went, and what stood before that, the nearest first. */
  group: AnyType;
  before: readonly AnyType[];
  /** What says the beginning of its line: it goes behind that. */
  beginning: AnyType | null;
}

/** How many of those that stood before are asked whether they still stand there. */
const BEFORE_MAX = 16;

const holderOf = (part: Part | null): Part | null => part?.parent?.parent ?? null;
/** Whoever lifts the last line that they know out of a group takes the group away, and the block stays that had it. */
function isGroupAloneGone(part: Kid | undefined): boolean {
  const holder = part instanceof Part ? holderOf(part) : null;
  return (
    holder !== null && isBlockPart(holder) && !isGone(holder.source) && isGone(part?.parent?.source)
  );
}

const idOfHolder = (part: Part): unknown => {
  const holder = holderOf(part);
  return holder && idOfNode(holder.node);
};
const isBlockPart = ({ node: { type } }: Part): boolean =>
  type.isInGroup("bnBlock") && !isGroupType(type);

function blockOf(doc: Node, id: unknown): { node: Node; pos: number } | null {
  let found: { node: Node; pos: number } | null = null;
  doc.descendants((node, pos) => {
    if (!found && idOfNode(node) === id) found = { node, pos };
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
  readonly #shown: Shown;
  readonly #lately: Lately;
  #lost: Lost[] = [];
  #caret: { part: Part; offset: number } | null = null;

  constructor(shown: Shown, lately: Lately) {
    this.#shown = shown;
    this.#lately = lately;
  }

  get isNeeded(): boolean {
    return this.#lost.length > 0;
  }

  /** Others have changed something that is not shown yet. */
  offer(transaction: Y.Transaction, stale: Stale): void {
    const { isIdle, isFresh } = this.#lately;
    if (isIdle && !stale.tells) return;
    const { clientID } = transaction.doc;
    const isUnseen = (item: Y.Item, type: unknown) =>
      stale.tells ? item.id.client === clientID && !stale.isSeen(item) : isFresh(type);
    Y.iterateDeletedStructs(transaction, transaction.deleteSet, (item) => {
      const type = item instanceof Y.Item && (item.content as Partial<Y.ContentType>).type;
      if (!type) return;
      const part = this.#shown.get(type);
      if (part instanceof Part && isBlockPart(part) && this.#wasEmpty(part, stale))
        return this.lose(part, null, transaction);
      if (!isUnseen(item, type)) return;
      const holder = part instanceof Part && isBlockPart(part) ? holderOf(part) : null;
      const isTaken = holder && (isGone(holder.source) || isGroupAloneGone(part));
      if (!part || !isTaken) return;
      if (isFresh(holder.source) && this.#lately.isOneEdit(holder.source, type)) return;
      if (part instanceof Part && part.node.textContent) this.lose(part, null, transaction);
    });
    for (const said of this.#lately.saidBefore(stale)) {
      const { text, took, clock } = said;
      const item = itemOf(text);
      if (took.length === 0 || !item || !Y.isDeleted(transaction.deleteSet, item.id)) continue;
      const unseen = stale.unseenIn(text, clientID);
      if (unseen && !unseen.some((letter) => letter.clock >= clock)) continue;
      const block = this.#shown.get(text as unknown as AnyType)?.parent?.parent;
      if (block && isBlockPart(block)) this.lose(block, said, transaction);
    }
  }

  /** Whether others may have seen nothing in a line that they took away: one without lines below it, in which somebody has just begun. */
  #wasEmpty({ kids, node }: Part, stale: Stale): boolean {
    const [line, ...more] = kids;
    const run = line instanceof Part && line.node.isTextblock ? line.kids[0] : null;
    const text = run instanceof Run && run.texts.length === 1 ? run.texts[0] : null;
    if (more.length > 0 || node.textContent === "" || !text) return false;
    const unseen = stale.unseenIn(text, text.doc?.clientID ?? -1);
    return unseen
      ? unseen.length === node.textContent.length && stale.sawEmpty(text)
      : this.#lately.isJustBegun(text);
  }

  /** A block is to be put back, or what was joined to its line, which said something else before. */
  lose(part: Part, joined: Joined | null = null, transaction: Y.Transaction | null = null): void {
    let outermost = part;
    for (let up = holderOf(part); up && isGone(up.source); up = holderOf(up)) outermost = up;
    const group = parentOf(outermost.source);
    const isGroupAlone = outermost === part && isGroupAloneGone(part);
    const holder = outermost === part && !isGroupAlone ? null : idOfHolder(part);
    const before: AnyType[] = [];
    for (const { content, deleted } of itemsBefore(outermost.source)) {
      if (before.length === BEFORE_MAX) break;
      if (!deleted && content instanceof Y.ContentType)
        before.push(content.type as unknown as AnyType);
    }
    if (group && (isGroupAlone || !(transaction && isEmptied(group, transaction))))
      this.#lost = [
        ...this.#lost.filter((lost) => lost.part !== part || lost.joined !== joined),
        { part, joined, holder, group, before, beginning: null },
      ];
  }

  /** The end of a line, of which this block has the beginning now, is to be put back. */
  loseEnd(part: Part, beginning: AnyType): void {
    this.lose(part);
    this.#lost = this.#lost.map((lost) => (lost.part === part ? { ...lost, beginning } : lost));
  }

  /** What a block said stands in another line. */
  found(block: Part | null): void {
    this.#lost = this.#lost.filter(({ part, joined }) => part !== block || joined !== null);
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
    const back = this.#lost.flatMap((lost) => {
      const found = wordsOf(lost, tr.doc);
      return found ? [{ ...lost, ...found }] : [];
    });
    this.#lost = [];
    for (const each of back) {
      const pos = this.#put(tr, each.node, each);
      if (this.#caret?.part !== each.part) continue;
      const offset = Math.min(this.#caret.offset - each.from, each.node.nodeSize - 1);
      tr.setSelection(TextSelection.near(tr.doc.resolve(pos + Math.max(offset, 0))));
    }
    this.#caret = null;
    if (back.length > 0) this.#clear(tr);
    return back.map(({ part }) => part.source as AnyType);
  }

  /** What an empty page shows, and nobody has written, gives way to what has come back. */
  #clear(tr: Transaction): void {
    const group = this.#shown.root?.kids[0];
    if (!(group instanceof Part)) return;
    for (const kid of group.kids)
      if (kid instanceof Part && kid.source === null)
        tr.delete(tr.mapping.map(startOf(kid)), tr.mapping.map(startOf(kid) + kid.size, -1));
  }

  #put(tr: Transaction, node: Node, { holder, group, before, beginning }: Lost): number {
    const moved = holder ? blockOf(tr.doc, holder) : null;
    if (moved) {
      const { lastChild } = moved.node;
      const end = moved.pos + moved.node.nodeSize - 1;
      if (lastChild && isGroupType(lastChild.type)) return insert(tr, end - 1, node);
      const type = Object.values(tr.doc.type.schema.nodes).find(
        (each) =>
          isGroupType(each) && moved.node.contentMatchAt(moved.node.childCount).matchType(each),
      );
      if (type) return insert(tr, end, type.create(null, node)) + 1;
    }
    const place = placeIn(
      this.#shown.get(group),
      before.map((each) => this.#shown.get(each)),
    );
    const end = tr.doc.content.size - 1;
    const goes = place === null ? end : tr.mapping.map(place, -1);
    const first = beginning && this.#shown.get(beginning);
    const behind = first ? tr.mapping.map(startOf(first) + first.size, -1) : 0;
    return insert(tr, Math.max(goes, behind), node);
  }
}

function insert(tr: Transaction, pos: number, node: Node): number {
  tr.insert(pos, node);
  return pos;
}

/** The place in a part behind the first of these that is its child. */
function placeIn(group: Kid | undefined, before: readonly (Kid | undefined)[]): number | null {
  if (!(group instanceof Part)) return null;
  const beside = before.find((each) => each?.parent === group);
  return beside ? startOf(beside) + beside.size : group.inside;
}

/** Lines in the cells of a table have no id. */
const isStanding = (doc: Node, id: unknown): boolean =>
  typeof id === "string" && blockOf(doc, id) !== null;

/** So many letters beside some words tell which of their like they are. */
const BESIDE = 4;

/** Whether whoever took a line away had seen the words in it, and has brought them along with those beside them. */
function cameAlong(line: Node, from: number, end: number, doc: Node): boolean {
  const letters = lettersIn(line.children);
  const come = letters.slice(Math.max(0, from - BESIDE), end + (from > 0 ? 0 : BESIDE));
  return isElsewhere(doc, come);
}

/** What is lost of a block, and from which letter of its line on; `null` if it stands somewhere. */
function wordsOf({ part: { node }, joined }: Lost, doc: Node): { node: Node; from: number } | null {
  const standing = blockOf(doc, idOfNode(node))?.node;
  const line = node.firstChild;
  if (!joined || !line) return standing ? null : { node, from: 0 };
  const [edit] = editsBetween(joined.letters, line.textContent);
  const come = edit ? line.textContent.slice(edit.from, edit.to) : "";
  const taken = joined.took.find(({ letters }) => come.includes(letters) || letters.endsWith(come));
  // another has taken along the line itself
  if (!edit || !come || !taken || isStanding(doc, taken.id)) return null;
  const words = taken.letters;
  const from = edit.from + Math.max(0, come.indexOf(words));
  const letters = slicesOf(line.children, from, Math.min(edit.to, from + words.length));
  const end = from + lettersIn(letters).length;
  if (standing?.textContent.includes(lettersIn(letters)) || cameAlong(line, from, end, doc))
    return null;
  const content = line.copy(Fragment.fromArray(letters));
  return { node: node.type.create({ ...node.attrs, id: null }, content), from };
}
