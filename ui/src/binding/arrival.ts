/**
 * What a provider knows of the way between this page and the others, for a binding to know what they had seen: it takes their updates
 * by `applyUpdate`, and tells what is taken of ours. Without either a binding goes by time.
 */
import * as Y from "yjs";

export type Deletions = ReturnType<typeof Y.decodeUpdate>["ds"];

const REMOVED = Symbol("what the authors of an update took out");

/**
 * Applies an update as Yjs does. Whoever takes a text away takes the letters away that they know, and Yjs all others with them; only
 * the update tells one from the other. For updates that name what their authors took out, as Fadepad's store passes them on; not for
 * those that end with the deletions of a whole text, as an answer to a state vector does, and as servers write that are Yjs documents.
 */
export function applyUpdate(doc: Y.Doc, update: Uint8Array, origin: unknown): void {
  const { store } = doc;
  // who has written nothing has nothing on the way; of what waited for others the update tells nothing
  if (Y.getState(store, doc.clientID) === 0 || store.pendingStructs || store.pendingDs)
    return Y.applyUpdate(doc, update, origin);
  Y.transact(
    doc,
    ({ meta }) => {
      meta.set(REMOVED, Y.decodeUpdate(update).ds);
      Y.applyUpdate(doc, update, origin);
    },
    origin,
    false,
  );
}

/** What the authors of a change took out themselves; `null` if nothing tells. */
export const removedIn = ({ meta }: Y.Transaction): Deletions | null =>
  (meta.get(REMOVED) as Deletions | undefined) ?? null;

/** Who calls this confirms what is written in a document; gives how: all edits before a moment (`performance.now()`) are taken. */
export function confirms(doc: Y.Doc): (before: number) => void {
  const confirmed = Confirmed.of(doc);
  confirmed.isAsked = true;
  return (before) => confirmed.until(before);
}

/** Until when (`performance.now()`) what was written in a document is known to be with the server, and since when that is known. */
export class Confirmed {
  static readonly #known = new WeakMap<Y.Doc, Confirmed>();
  #listeners = new Set<(before: number) => void>();
  /** Somebody confirms what is written here. */
  isAsked = false;

  static of(doc: Y.Doc): Confirmed {
    const confirmed = Confirmed.#known.get(doc) ?? new Confirmed();
    Confirmed.#known.set(doc, confirmed);
    return confirmed;
  }

  /** All edits before this moment are taken. */
  until(before: number): void {
    for (const listener of this.#listeners) listener(before);
  }

  /** Calls with that moment each time; gives what ends it. */
  listen(listener: (before: number) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }
}
