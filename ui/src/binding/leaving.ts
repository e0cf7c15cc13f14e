/** An undo that leaves alone what others have written into, with all that it was made with. */
import type { Schema } from "prosemirror-model";
import * as Y from "yjs";
import { isGroupType } from "./misfits";
import { Redone } from "./redone";
import { Standing } from "./standing";
import { hasLettersOfOthers, itemOf, itemsOf, transactionOf } from "./yjs";

type Step = Y.UndoManager["undoStack"][number];

/** What decides what an undo takes away; it is told of each undo. */
export class Leaving {
  readonly #doc: Y.Doc;
  readonly #schema: Schema;
  readonly #own = new Set<number>();
  #step: Step | undefined;
  #others = new Map<Y.Item, boolean>();
  #instead = new Map<Y.Item, boolean>();
  #standing: Standing | null = null;
  /** Steps of which the undo that was begun last has left something where they put it. */
  readonly left = new Set<Step>();

  constructor(doc: Y.Doc, schema: Schema) {
    this.#doc = doc;
    this.#schema = schema;
    this.#own.add(doc.clientID);
  }

  begin(): void {
    this.#own.add(this.#doc.clientID);
    this.left.clear();
    this.#others = new Map();
    this.#instead = new Map();
    this.#standing = null;
  }

  /** Whether the undo of this step takes an item away. */
  takes(item: Y.Item, step: Step | undefined): boolean {
    if (step !== this.#step) this.#standing = null; // a step that changes nothing is followed by the next
    this.#step = step;
    this.#standing ??= new Standing(this.#doc, {
      isMade: (each) => this.#isMade(each),
      isOwn: (client) => this.#own.has(client),
      isBlock: (each) => this.#isBlock(each),
    });
    if (this.#standing.has(item)) return this.#leaves(step);
    const isPart = item.content instanceof Y.ContentType && item.parentSub === null;
    const holder = isPart ? item : itemOf(item.parent);
    if (!holder) return true;
    const piece = this.#pieceOf(holder);
    if (!this.#isOthers(piece)) return true;
    const stays = this.#standsInstead(piece);
    if (stays) return this.#leaves(step);
    if (isPart) return false;
    // what a block was born with stays with it
    return item.parentSub === null || item.left !== null || !this.#own.has(holder.id.client);
  }

  #leaves(step: Step | undefined): false {
    if (step) this.left.add(step);
    return false;
  }

  #isMade(item: Y.Item): boolean {
    return this.#step !== undefined && Y.isDeleted(this.#step.insertions, item.id);
  }

  #typeOf(item: Y.Item | null) {
    const type = item?.content instanceof Y.ContentType ? item.content.type : null;
    return type instanceof Y.XmlElement ? this.#schema.nodes[type.nodeName] : undefined;
  }

  #isBlock(item: Y.Item | null): boolean {
    const type = this.#typeOf(item);
    return type !== undefined && type.isInGroup("bnBlock") && !isGroupType(type);
  }

  /** What comes and goes as one: a block, or what was made in it in the same step, such as a table with all its cells. */
  #pieceOf(item: Y.Item): Y.Item {
    const holder = itemOf(item.parent);
    return holder && !this.#isBlock(item) && this.#isMade(item) && this.#isMade(holder)
      ? this.#pieceOf(holder)
      : item;
  }

  #isOthers(piece: Y.Item): boolean {
    const known =
      this.#others.get(piece) ?? hasLettersOfOthers(piece, (client) => this.#own.has(client));
    this.#others.set(piece, known);
    return known;
  }

  /**
   * A block says one thing: where others have written into the new one, the old one, which the undo has just brought back,
   * is not needed.
   */
  #standsInstead(piece: Y.Item): boolean {
    const known = this.#instead.get(piece);
    if (known !== undefined) return known;
    const type = this.#typeOf(piece);
    const inBlock =
      type && !isGroupType(type) && this.#isMade(piece) && this.#isBlock(itemOf(piece.parent));
    const back = inBlock ? [...itemsOf(piece.parent)].filter((item) => this.#isBack(item)) : [];
    const transaction = transactionOf(this.#doc);
    if (transaction) for (const item of back) item.delete(transaction);
    this.#instead.set(piece, back.length > 0);
    return back.length > 0;
  }

  #isBack(item: Y.Item): boolean {
    const type = this.#typeOf(item);
    const { client, clock } = item.id;
    return (
      !item.deleted &&
      type !== undefined &&
      !isGroupType(type) &&
      clock >= (transactionOf(this.#doc)?.beforeState.get(client) ?? 0)
    );
  }
}

export class LeavingUndoManager extends Y.UndoManager {
  readonly #leaving: Leaving;
  readonly #redone: Redone;
  #steps: readonly Step[] = [];
  /** What the steps have taken away that were left as they are. */
  #underLeft: Step["deletions"][] = [];

  constructor(
    type: Y.XmlFragment,
    schema: Schema,
    options: ConstructorParameters<typeof Y.UndoManager>[1],
  ) {
    const leaving = new Leaving(type.doc as Y.Doc, schema);
    super(type, {
      ...options,
      deleteFilter: (item) =>
        leaving.takes(item, this.#steps[(this.undoing ? this.undoStack : this.redoStack).length]),
    });
    this.#leaving = leaving;
    this.#redone = new Redone(this.doc);
  }

  override undo(): Step | null {
    return this.#back(this.undoStack, () => super.undo());
  }

  override redo(): Step | null {
    return this.#back(this.redoStack, () => super.redo());
  }

  /**
   * What a step stands on stands, too: a line that was moved twice, and stays where it is, would come back from the first move
   * beside itself.
   */
  #back(stack: Step[], go: () => Step | null): Step | null {
    for (let last = stack.at(-1); last && this.#isUnderLeft(last); last = stack.at(-1)) {
      this.#underLeft.push(last.deletions);
      stack.pop();
    }
    this.#steps = [...stack];
    this.#leaving.begin();
    this.#redone.forgetCollected();
    const step = go();
    this.#redone.add(this.#steps.slice(stack.length).map(({ deletions }) => deletions));
    for (const left of this.#leaving.left) this.#underLeft.push(left.deletions);
    // a step that is yet to come makes nothing of what is gone already
    const steps = [...this.undoStack, ...this.redoStack];
    this.#underLeft = this.#underLeft.filter((taken) =>
      steps.some(({ insertions }) => haveCommon(insertions, taken)),
    );
    return step;
  }

  #isUnderLeft({ insertions }: Step): boolean {
    return this.#underLeft.some((taken) => haveCommon(insertions, taken));
  }
}

/** Whether two sets hold the same unit. */
function haveCommon(one: Step["insertions"], other: Step["insertions"]): boolean {
  for (const [client, ranges] of one.clients) {
    const others = other.clients.get(client) ?? [];
    for (const { clock, len } of ranges)
      if (others.some((each) => each.clock < clock + len && clock < each.clock + each.len))
        return true;
  }
  return false;
}
