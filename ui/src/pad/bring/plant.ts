/** A document that goes on in a pad with its history: put into the next stay there, as soon as all that stands in the pad is known. */
import * as Y from "yjs";
import { isGone, itemOf } from "../../binding/yjs";
import { ROOT, seedClient } from "../seed";
import type { Brought } from "./state";

/** How a document stands to a pad's: all of it is there, it is of the same text, or of another. */
export type Kin = "same" | "kin" | "other";

export function kinOf({ update }: Pick<Brought, "update">, doc: Y.Doc): Kin {
  const other = new Y.Doc();
  Y.applyUpdate(other, update);
  const here = Y.decodeStateVector(Y.encodeStateVector(doc));
  const vector = Y.decodeStateVector(Y.encodeStateVector(other));
  const root = itemOf(other.getXmlFragment(ROOT).get(0))?.id;
  other.destroy();
  const own = itemOf(doc.getXmlFragment(ROOT).get(0))?.id;
  if (!root || root.client !== own?.client || root.clock !== own.clock) return "other";
  const more = [...vector].some(([client, clock]) => (here.get(client) ?? 0) < clock);
  return more ? "kin" : "same";
}

const onlyChild = (parent: unknown): unknown =>
  parent instanceof Y.XmlElement && parent.length === 1 ? parent.get(0) : null;

/** The pad's first block is all of the text, and nothing is written in it. */
function isBare(doc: Y.Doc, epoch: string): boolean {
  const fragment = doc.getXmlFragment(ROOT);
  const root = fragment.get(0);
  if (fragment.length !== 1 || itemOf(root)?.id.client !== seedClient(epoch)) return false;
  const line = onlyChild(onlyChild(root));
  return (
    line instanceof Y.XmlElement &&
    line.nodeName === "paragraph" &&
    line.toArray().every((part) => part instanceof Y.XmlText && part.length === 0)
  );
}

/**
 * Puts it in the place of the pad's first block, which holds all that others write: only where nobody has written, or where it is of
 * the same text. Else nothing is done, and `false` told. Whoever brings the same brings the very same structs, which Yjs takes once.
 */
export function plantBrought(
  doc: Y.Doc,
  epoch: string,
  brought: Pick<Brought, "update">,
  origin: unknown,
): boolean {
  const bare = isBare(doc, epoch);
  if (!bare && kinOf(brought, doc) === "other") return false;
  const fragment = doc.getXmlFragment(ROOT);
  doc.transact((transaction) => {
    Y.applyUpdate(doc, brought.update, origin);
    const roots = fragment.toArray().filter((root) => !isGone(root));
    const seed = roots.find((root) => itemOf(root)?.id.client === seedClient(epoch));
    if (bare && seed && roots.length > 1) itemOf(seed)?.delete(transaction);
  }, origin);
  return true;
}

let carried: { pad: string; brought: Brought } | null = null;

/** Gives a document to the first stay in a new pad. Never stored: it goes with the page. */
export const carryState = (pad: string, brought: Brought): void =>
  void (carried = { pad, brought });

/** What was given for this pad, once. */
export function takeState(pad: string): Brought | null {
  if (carried?.pad !== pad) return null;
  const { brought } = carried;
  carried = null;
  return brought;
}
