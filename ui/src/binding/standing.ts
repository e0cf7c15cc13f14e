/**
 * Words that a step took to another place, where others have written among them: an undo of the step leaves them there,
 * since taking back one's own letters alone would tear the words apart.
 */
import * as Y from "yjs";
import { contentOf, hasLettersOfOthers, itemOf, itemsOf, parentOf, transactionOf } from "./yjs";

/** What the running undo has to be asked about. */
export interface Step {
  /** The step has made this item. */
  isMade: (item: Y.Item) => boolean;
  isOwn: (client: number) => boolean;
  isBlock: (item: Y.Item | null) => boolean;
}

/** What the undo has brought back to where it once was. */
interface Back {
  /** By their ids. */
  blocks: Map<unknown, Y.Item>;
  letters: Map<Y.XmlText, Y.Item[]>;
}

const lettersInItems = (items: readonly Y.Item[]): string =>
  items.map(({ content }) => (content instanceof Y.ContentString ? content.str : "")).join("");

const idOfItem = (block: Y.Item): unknown =>
  block.content instanceof Y.ContentType && block.content.type instanceof Y.XmlElement
    ? block.content.type.getAttribute("id")
    : undefined;

export class Standing {
  readonly #doc: Y.Doc;
  readonly #step: Step;
  readonly #known = new Map<Y.Item, boolean>();
  #back: Back | null = null;

  constructor(doc: Y.Doc, step: Step) {
    this.#doc = doc;
    this.#step = step;
  }

  /** Whether an item stays because it, or a block around it, stands where the step put it. */
  has(item: Y.Item): boolean {
    for (let up: Y.Item | null = item; up; up = itemOf(up.parent)) {
      const stands =
        this.#step.isBlock(up) && this.#step.isMade(up)
          ? this.#once(up, () => this.#isMovedBlock(up))
          : up.content instanceof Y.ContentType &&
            up.content.type instanceof Y.XmlText &&
            this.#once(up, () => this.#holdsMovedLetters(up));
      if (stands) return true;
    }
    return false;
  }

  #once(item: Y.Item, find: () => boolean): boolean {
    const known = this.#known.get(item) ?? find();
    this.#known.set(item, known);
    return known;
  }

  /** The block was moved: the one at the old place goes again, with all that is nested in it. */
  #isMovedBlock(block: Y.Item): boolean {
    const old = this.#found().blocks.get(idOfItem(block));
    if (!old || !hasLettersOfOthers(block, this.#step.isOwn)) return false;
    this.#delete([old]);
    return true;
  }

  /** A line was broken, or joined to the one before it: its letters stay where they are now. */
  #holdsMovedLetters(holder: Y.Item): boolean {
    const text = (holder.content as Y.ContentType).type as Y.XmlText;
    const made = this.#madeIn(text);
    if (made.length === 0) return false;
    const letters = lettersInItems(made);
    for (const [old, items] of this.#found().letters) {
      if (old === text || lettersInItems(items) !== letters) continue;
      const block = itemOf(parentOf(parentOf(old)));
      if (!block || !this.#isBack(block)) this.#delete(items);
      // what was nested in it has come back with it, and would go with it
      else if (contentOf(parentOf(parentOf(old)) as Y.XmlElement).length > 1) return false;
      else this.#delete([block]);
      return true;
    }
    return false;
  }

  /** The step's letters in a text, if others have written between them or right behind them. */
  #madeIn(text: Y.XmlText): Y.Item[] {
    const made: Y.Item[] = [];
    let isAmong = false;
    let isOver = false;
    for (const item of itemsOf(text)) {
      if (item.deleted || !(item.content instanceof Y.ContentString)) continue;
      if (this.#step.isMade(item)) {
        made.push(item);
        isOver = false;
      } else if (this.#step.isOwn(item.id.client)) isOver = made.length > 0;
      else isAmong ||= made.length > 0 && !isOver;
    }
    return isAmong ? made : [];
  }

  #isBack({ id, deleted }: Y.Item): boolean {
    const before = transactionOf(this.#doc)?.beforeState.get(id.client) ?? 0;
    return !deleted && id.client === this.#doc.clientID && id.clock >= before;
  }

  #found(): Back {
    if (this.#back) return this.#back;
    const back: Back = { blocks: new Map(), letters: new Map() };
    const structs = this.#doc.store.clients.get(this.#doc.clientID) ?? [];
    for (let i = structs.length - 1; i >= 0; i--) {
      const item = structs[i];
      if (!(item instanceof Y.Item)) continue;
      if (item.id.clock < (transactionOf(this.#doc)?.beforeState.get(item.id.client) ?? 0)) break;
      if (item.deleted) continue;
      if (this.#step.isBlock(item)) back.blocks.set(idOfItem(item), item);
      if (item.content instanceof Y.ContentString && item.parent instanceof Y.XmlText)
        back.letters.set(item.parent, []);
    }
    for (const [text, items] of back.letters)
      for (const item of itemsOf(text))
        if (this.#isBack(item) && item.content instanceof Y.ContentString) items.push(item);
    this.#back = back;
    return back;
  }

  #delete(items: readonly Y.Item[]): void {
    const transaction = transactionOf(this.#doc);
    if (transaction) for (const item of items) item.delete(transaction);
  }
}
