/** How much may still be written into a pad: the server refuses more, and then the page would be over. */
import * as Y from "yjs";

/**
 * Bytes that one more edit may bring, as the server counts (`crates/store/src/shares.rs`): nobody holds more than is left for others, and
 * nobody's address three times as much. Everyone may be at the same one, behind one router.
 */
export function roomIn(doc: Y.Doc, most: number): number {
  const everyone = Y.encodeStateAsUpdate(doc).byteLength;
  const others = Y.decodeStateVector(Y.encodeStateVector(doc));
  others.delete(doc.clientID);
  const own = Y.encodeStateAsUpdate(doc, Y.encodeStateVector(others)).byteLength;
  const left = most - everyone;
  return Math.floor(Math.min((left - own) / 2, (3 * left - everyone) / 4));
}
