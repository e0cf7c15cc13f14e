/** What is shown: a tree beside ProseMirror's, in which every node knows the Yjs type that it was read from. */
import type { Node } from "prosemirror-model";
import type * as Y from "yjs";
import type { AnyType, Source } from "./yjs";

/** The letter that stands for what is none, such as an embed of Yjs or a leaf of ProseMirror. */
export const OBJECT = "\uFFFC";

/** A run of letters between two nodes of a line; mostly the whole line. It has more than one text where other programs wrote so. */
export class Run {
  parent: Part | null = null;
  index = 0;
  nodes: readonly Node[];
  /** How many letters each text brings. */
  lengths: number[];
  readonly texts: readonly Y.XmlText[];
  /** Some letters have marks that this editor does not know and can't carry. */
  readonly veiled: boolean;

  constructor(
    texts: readonly Y.XmlText[],
    nodes: readonly Node[],
    veiled = false,
    lengths = texts.map((text) => text.length),
  ) {
    this.texts = texts;
    this.nodes = nodes;
    this.lengths = lengths;
    this.veiled = veiled;
  }

  get size(): number {
    return this.nodes.reduce((sum, node) => sum + node.nodeSize, 0);
  }
}

export type Kid = Part | Run;

/** A node that is shown. */
export class Part {
  parent: Part | null = null;
  index = 0;
  node: Node;
  kids: readonly Kid[];
  /** What it was read from; `null` for what the editor needs and nobody has written, such as the cell that a ragged row lacks. */
  readonly source: Source | null;
  /** A block that stands for something that can't be shown. */
  readonly misfit: boolean;
  /** Some children stand elsewhere in the document, so it can't be read alone. */
  mixed = false;
  #offsets: number[] | null = null;

  constructor(source: Source | null, node: Node, kids: readonly Kid[], misfit = false) {
    this.source = source;
    this.node = node;
    this.kids = kids;
    this.misfit = misfit;
  }

  get size(): number {
    return this.node.nodeSize;
  }

  /** Makes the children know their place; to be called when they, or their sizes, have changed. */
  settle(): void {
    this.#offsets = null;
    this.kids.forEach((kid, index) => {
      kid.parent = this;
      kid.index = index;
    });
  }

  /** A child has become larger or smaller, and nothing else: only those behind it begin elsewhere. */
  grew(kid: Kid, by: number): void {
    const offsets = this.#offsets;
    if (!offsets || by === 0) return;
    for (let i = kid.index + 1; i < offsets.length; i++) offsets[i] = (offsets[i] as number) + by;
  }

  /** Where each child begins, counted from the beginning of the content; one more for the end. */
  get offsets(): number[] {
    if (this.#offsets) return this.#offsets;
    const offsets = [0];
    let at = 0;
    for (const kid of this.kids) offsets.push((at += kid.size));
    return (this.#offsets = offsets);
  }

  /** The last child that begins at or before this place in the content. */
  kidAt(offset: number): number {
    const { offsets } = this;
    let [low, high] = [0, this.kids.length];
    while (low < high - 1) {
      const middle = (low + high) >> 1;
      if ((offsets[middle] as number) <= offset) low = middle;
      else high = middle;
    }
    return low;
  }

  /** Where the content begins in the document. */
  get inside(): number {
    return this.parent ? this.parent.inside + (this.parent.offsets[this.index] as number) + 1 : 0;
  }
}

/** Where a child begins in the document. */
export const startOf = (kid: Kid): number =>
  kid.parent ? kid.parent.inside + (kid.parent.offsets[kid.index] as number) : 0;

/** Which part shows a type. BlockNote hands it about as the binding's `mapping`. */
export class Shown extends Map<AnyType, Kid> {
  root: Part | null = null;

  /** Takes in a part and all below it that is not known yet. */
  learn(kid: Kid): void {
    if (kid instanceof Run) {
      for (const text of kid.texts) this.set(text as AnyType, kid);
      return;
    }
    if (kid.source) {
      if (this.get(kid.source as AnyType) === kid) return;
      this.set(kid.source as AnyType, kid);
    }
    // children of the same part as it was before are known; of the thousands in a page a change brings a few
    const isKnown = ({ parent }: Kid) =>
      parent !== null && parent !== kid && parent.source !== null && parent.source === kid.source;
    const fresh = kid.kids.filter(
      (each) =>
        !isKnown(each) &&
        (each.parent === null ||
          each instanceof Run ||
          !each.source ||
          this.get(each.source as AnyType) !== each),
    );
    kid.settle();
    fresh.forEach((each) => this.learn(each));
  }

  /** Shows again what was shown before; all of it is taken in anew, for parts know where they stood last. */
  goBack(root: Part | null): void {
    this.clear();
    this.root = root;
    if (root) this.#takeIn(root);
  }

  #takeIn(kid: Kid): void {
    if (kid instanceof Run) {
      for (const text of kid.texts) this.set(text as AnyType, kid);
      return;
    }
    if (kid.source) this.set(kid.source as AnyType, kid);
    kid.settle();
    for (const each of kid.kids) this.#takeIn(each);
  }

  /** Forgets what is no longer shown, with all below it. */
  forget(kid: Kid): void {
    if (kid instanceof Run) {
      for (const text of kid.texts)
        if (this.get(text as AnyType) === kid) this.delete(text as AnyType);
      return;
    }
    if (kid.source && this.get(kid.source as AnyType) === kid) this.delete(kid.source as AnyType);
    for (const each of kid.kids) if (each.parent === kid) this.forget(each);
  }
}
