/** A pad's document as bytes that hold what stands in it, and nothing that was deleted. */
import * as Y from "yjs";

/** Undo keeps what one has deleted in one's own page, so the state goes once through a document that keeps nothing. */
export function compactState(doc: Y.Doc): Uint8Array<ArrayBuffer> {
  const fresh = new Y.Doc();
  Y.applyUpdate(fresh, Y.encodeStateAsUpdate(doc));
  const state = Y.encodeStateAsUpdate(fresh);
  fresh.destroy();
  return state as Uint8Array<ArrayBuffer>;
}
