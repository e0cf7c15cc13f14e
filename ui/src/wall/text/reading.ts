/** The text of a wall: read from the server, and never written. */
import { readVarUint, readVarUint8Array, type Decoder } from "lib0/decoding";
import type { Encoder } from "lib0/encoding";
import { writeSyncStep1 } from "y-protocols/sync";
import * as Y from "yjs";
import type { TextReader } from "../feed";

/** The root that pages show: `pad/seed.ts`. */
const ROOT = "blocknote";
/** Kinds of a sync message that bring something; a question is not answered: a wall has nothing of its own. */
const BRINGS = new Set([1, 2]);

export class TextDoc implements TextReader {
  readonly #doc = new Y.Doc();

  ask(to: Encoder): void {
    writeSyncStep1(to, this.#doc);
  }

  take(from: Decoder): void {
    if (!BRINGS.has(readVarUint(from))) return;
    try {
      Y.applyUpdate(this.#doc, readVarUint8Array(from));
    } catch (error) {
      console.warn("an update can't be read", error);
    }
  }

  onChange(changed: () => void): () => void {
    this.#doc.on("update", changed);
    return () => this.#doc.off("update", changed);
  }

  /** The blocks that stand in no other block. */
  blocks(): Y.XmlElement[] {
    const group = this.#group();
    return group ? elementsIn(group) : [];
  }

  /** Around a caret: the outermost block, which a section holds, and the innermost, whose line it is. */
  around(caret: unknown): { outer: Y.XmlElement; inner: Y.XmlElement } | null {
    const group = this.#group();
    const place = group && this.#place(caret);
    if (!place) return null;
    let inner: Y.XmlElement | null = null;
    let at: Y.AbstractType<unknown> | null = place.type;
    if (at === group) {
      const blocks = elementsIn(group);
      const outer = blocks[Math.min(place.index, blocks.length - 1)];
      return outer ? { outer, inner: outer } : null;
    }
    for (; at; at = at.parent) {
      if (at instanceof Y.XmlElement && at.nodeName === CONTAINER) inner ??= at;
      if (at.parent === group && at instanceof Y.XmlElement)
        return { outer: at, inner: inner ?? at };
    }
    return null;
  }

  #group(): Y.XmlElement | undefined {
    return elementsIn(this.#doc.getXmlFragment(ROOT)).find(({ nodeName }) => nodeName === GROUP);
  }

  #place(caret: unknown): Y.AbsolutePosition | null {
    const { tname } = (caret ?? {}) as { tname?: unknown };
    if (!caret || (tname != null && tname !== ROOT)) return null; // looking it up would make that root
    try {
      const relative = Y.createRelativePositionFromJSON(caret);
      return Y.createAbsolutePositionFromRelativePosition(relative, this.#doc);
    } catch {
      return null; // of what is not here yet
    }
  }
}

export const CONTAINER = "blockContainer";
export const GROUP = "blockGroup";

export const elementsIn = (of: Y.XmlFragment | Y.XmlElement): Y.XmlElement[] =>
  of.toArray().filter((thing) => thing instanceof Y.XmlElement);

/** What a block itself is: a line, a table, a picture; what stands in it is its group. */
export const contentIn = (block: Y.XmlElement): Y.XmlElement | undefined =>
  elementsIn(block).find(({ nodeName }) => nodeName !== GROUP);

/** The letters of a line. */
export const lettersIn = (line: Y.XmlElement): string =>
  line
    .toArray()
    .flatMap((thing) =>
      thing instanceof Y.XmlText ? (thing.toDelta() as { insert: unknown }[]) : [],
    )
    .map(({ insert }) => (typeof insert === "string" ? insert : ""))
    .join("");
