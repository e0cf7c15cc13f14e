/** A document that a file carries: what stands in it, and how it stands to a pad's own. */
import * as Y from "yjs";
import { itemOf } from "../../binding/yjs";
import type { PlainBlock } from "../../forms/blocks";
import { blocksIn } from "../salvage";
import { ROOT } from "../seed";

export interface Brought {
  /** A Yjs update without anything that was deleted. */
  update: Uint8Array<ArrayBuffer>;
  blocks: PlainBlock[];
  /** The ids of its outermost blocks. */
  ids: string[];
}

/** The first block of every pad has the same id: it gets one of its own, the same for whoever reads it. */
const FIRST_ID = "initialBlockId";

/** Every outermost block's id. */
export function idsIn(fragment: Y.XmlFragment): string[] {
  const group = fragment.get(0);
  if (!(group instanceof Y.XmlElement)) return [];
  return group.toArray().map((block) => {
    const id = block instanceof Y.XmlElement ? (block.getAttribute("id") ?? "") : "";
    const { client = 0, clock = 0 } = itemOf(block)?.id ?? {};
    return id && id !== FIRST_ID ? id : `first-${client}-${clock}`;
  });
}

/** What of a document's blocks is not in a text yet, by their ids: whoever brings the same twice doubles nothing. */
export function missingIn(
  here: Y.XmlFragment,
  blocks: readonly PlainBlock[],
  ids: readonly string[],
): PlainBlock[] {
  if (ids.length !== blocks.length) return [...blocks];
  const known = new Set(idsIn(here));
  return blocks
    .map((block, i) => ({ ...block, id: ids[i] ?? "" }))
    .filter(({ id }) => !known.has(id));
}

/** `null` where the bytes are no document with a text that a pad shows. */
export function documentIn(bytes: Uint8Array): Brought | null {
  const doc = new Y.Doc();
  try {
    Y.applyUpdate(doc, bytes);
    const fragment = doc.getXmlFragment(ROOT);
    const whole = doc.store.pendingStructs === null && doc.store.pendingDs === null;
    if (!whole || fragment.length !== 1) return null;
    const update = Y.encodeStateAsUpdate(doc) as Uint8Array<ArrayBuffer>;
    return { update, blocks: blocksIn(fragment), ids: idsIn(fragment) };
  } catch {
    return null;
  } finally {
    doc.destroy();
  }
}
