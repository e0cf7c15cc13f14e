/** Which part a new block was before it was moved, nested or made another kind: what this editor does not know of it goes along. */
import type { Node } from "prosemirror-model";
import * as Y from "yjs";
import type { Change } from "./changes";
import { attributesIn, isGone } from "./yjs";
import { isGroupType } from "./misfits";
import { idOfNode, pairUp } from "./pair";
import { Part } from "./shown";

const partsOf = (part: Part): Part[] => part.kids.filter((kid): kid is Part => kid instanceof Part);
const isKnown = (node: Node, name: string): boolean => name in (node.type.spec.attrs ?? {});

export class Origins {
  readonly #byId = new Map<string, Part>();

  /** The blocks in what is about to change. */
  constructor(root: Part | null, changes: readonly Change[]) {
    if (root) for (const { fromA, toA } of changes) this.#collect(root, fromA, toA);
  }

  #collect(part: Part, from: number, to: number): void {
    if (part.node.inlineContent || part.misfit) return;
    for (let i = part.kidAt(from); i < part.kids.length && (part.offsets[i] as number) <= to; i++) {
      const kid = part.kids[i];
      if (!(kid instanceof Part)) continue;
      const id = idOfNode(kid.node);
      if (id !== null) this.#byId.set(id, kid);
      const start = (part.offsets[i] as number) + 1;
      this.#collect(kid, from - start, to - start);
    }
  }

  of(node: Node): Part | null {
    const id = idOfNode(node);
    return (id === null ? undefined : this.#byId.get(id)) ?? null;
  }

  /** The part that each child of a node was. What a block says stays what it says, also as another kind. */
  below(was: Part | null, node: Node): (Part | null)[] {
    if (!was || was.misfit || node.inlineContent) return [];
    const old = partsOf(was);
    const pairs = pairUp(
      old.map((kid) => kid.node),
      node.children,
    ).map((at) => old[at] ?? null);
    const [first] = old;
    if (pairs[0] === null && first && node.firstChild && insteadOf(first.node, node.firstChild))
      pairs[0] = first;
    return pairs;
  }

  /** The attributes of a part that neither it nor the new node can show. */
  unknownOf(was: Part | null, node: Node): Record<string, unknown> {
    const unknown: Record<string, unknown> = {};
    if (!was || was.misfit || !(was.source instanceof Y.XmlElement)) return unknown;
    for (const [name, item] of attributesIn(was.source)) {
      if (isKnown(was.node, name) || isKnown(node, name) || (item.deleted && !isGone(was.source)))
        continue;
      const value: unknown =
        item.content instanceof Y.ContentDeleted
          ? null
          : item.content.getContent()[item.length - 1];
      if (!(value instanceof Y.AbstractType)) unknown[name] = value;
    }
    return unknown;
  }
}

/** What a block says, before and after it became another kind. */
export const insteadOf = (old: Node, fresh: Node): boolean =>
  idOfNode(old) === null &&
  idOfNode(fresh) === null &&
  !isGroupType(old.type) &&
  !isGroupType(fresh.type);

export const nobody = new Origins(null, []);
