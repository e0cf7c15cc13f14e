/** What undo and redo have brought back. */
import * as Y from "yjs";

type Deleted = Y.UndoManager["undoStack"][number]["deletions"];

const isType = ({ content }: Y.Item): boolean => content instanceof Y.ContentType;

/**
 * Yjs brings back what was deleted as a new item, and remembers it at the old one. It takes for granted that the new one is there
 * for good: where another deletes what holds it, it is collected as garbage, and an undo that comes across the old one throws.
 */
export class Redone {
  readonly #doc: Y.Doc;
  /** Where old items lie that may have come back. */
  #old: Deleted = Y.createDeleteSet();

  constructor(doc: Y.Doc) {
    this.#doc = doc;
  }

  /** These may have come back. */
  add(deleted: Deleted[]): void {
    this.#old = Y.mergeDeleteSets([this.#old, ...deleted]);
  }

  /** Where the new item is collected, the old one is as if it had never come back. */
  forgetCollected(): void {
    for (const item of this.#items()) if (this.#isCollected(item)) item.redone = null;
  }

  #isCollected(item: Y.Item): boolean {
    const back = item.redone && (Y.getItem(this.#doc.store, item.redone) as Y.Item | Y.GC);
    if (!back) return false;
    return back instanceof Y.GC || (isType(item) && !isType(back));
  }

  *#items(): Generator<Y.Item> {
    for (const [client, ranges] of this.#old.clients) {
      const structs = this.#doc.store.clients.get(client) ?? [];
      for (const { clock, len } of ranges)
        for (let i = Y.findIndexSS(structs, clock); i < structs.length; i++) {
          const struct = structs[i] as Y.Item | Y.GC;
          if (struct.id.clock >= clock + len) break;
          if (struct instanceof Y.Item) yield struct;
        }
    }
  }
}
