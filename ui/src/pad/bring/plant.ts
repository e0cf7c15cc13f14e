/** A document that goes on in a pad with its history: put into the next stay there, before that begins. */
import * as Y from "yjs";
import { isGone, itemOf } from "../../binding/yjs";
import { ROOT, seedClient } from "../seed";

/**
 * Puts it into the document of a stay that has not begun yet, in the place of the pad's first block: it is sent with the first sync,
 * which may bring what everyone wrote. Whoever brings the same brings the very same structs, which Yjs takes once.
 */
export function plantBrought(doc: Y.Doc, epoch: string, update: Uint8Array, origin: unknown): void {
  const fragment = doc.getXmlFragment(ROOT);
  doc.transact((transaction) => {
    Y.applyUpdate(doc, update, origin);
    const roots = fragment.toArray().filter((root) => !isGone(root));
    const seed = roots.find((root) => itemOf(root)?.id.client === seedClient(epoch));
    if (seed && roots.length > 1) itemOf(seed)?.delete(transaction);
  }, origin);
}

let carried: { pad: string; update: Uint8Array } | null = null;

/** Gives a document to the next stay in that pad. Never stored: it goes with the page. */
export const carryState = (pad: string, update: Uint8Array): void =>
  void (carried = { pad, update });

/** What was given for this pad, once. */
export function takeState(pad: string): Uint8Array | null {
  if (carried?.pad !== pad) return null;
  const { update } = carried;
  carried = null;
  return update;
}
