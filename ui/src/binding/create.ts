/** From ProseMirror's nodes to new Yjs types. A line has one text from its birth, so that all who write into it write into the same. */
import type { Node } from "prosemirror-model";
import * as Y from "yjs";
import { cloneOf, type Cloned } from "./clone";
import { idAround, INLINE_MISFIT, MISFIT } from "./misfits";
import { readsOtherwise, segmentsOf } from "./objects";
import { nobody, type Origins } from "./origins";
import { Part, Run, type Kid } from "./shown";
import { typeNamed } from "./yjs";

export interface Created {
  type: Cloned;
  kid: Kid;
}

/** A text with these letters, and with what stands among them in the document. */
export function createText(
  nodes: readonly Node[],
  doc: Y.Doc | null,
): Created & { type: Y.XmlText } {
  const type = new Y.XmlText();
  if (nodes.length > 0) type.applyDelta(segmentsOf(nodes, doc));
  const length = nodes.reduce((sum, node) => sum + node.nodeSize, 0);
  return { type, kid: new Run([type], nodes, false, [length]) };
}

/** The children of a node, with the letters between two nodes taken together. */
export function grouped(node: Node): (Node | Node[])[] {
  const groups: (Node | Node[])[] = [];
  node.forEach((child) => {
    const last = groups.at(-1);
    if (!child.isText) groups.push(child);
    else if (Array.isArray(last)) last.push(child);
    else groups.push([child]);
  });
  return groups;
}

/** Makes new elements, each with what this editor does not know of the block that it was. */
export class Creator {
  /** What reads otherwise than it was written: copies of what can't be shown have another name, or are letters. */
  readonly copies: Cloned[] = [];
  readonly #doc: Y.Doc | null;
  readonly #origins: Origins;

  constructor(doc: Y.Doc | null, origins: Origins = nobody) {
    this.#doc = doc;
    this.#origins = origins;
  }

  /** A new element that says what this node says; `origin` is the part that it was before, if it has no id to tell. */
  element(node: Node, origin: Part | null = null): Created {
    const misfit = misfitIn(node);
    if (misfit) return this.#misfit(misfit, node);
    const was = this.#origins.of(node) ?? origin;
    const type = new Y.XmlElement(node.type.name);
    for (const [name, value] of Object.entries({
      ...node.attrs,
      ...this.#origins.unknownOf(was, node),
    })) {
      if (value !== null && value !== undefined) type.setAttribute(name, value);
    }
    const groups = grouped(node);
    if (node.inlineContent && !groups.some(Array.isArray)) groups.push([]);
    const origins = this.#origins.below(was, node);
    const created = groups.map((group, i) =>
      Array.isArray(group) ? this.#text(group) : this.element(group, origins[i] ?? null),
    );
    if (created.length > 0)
      type.insert(
        0,
        created.map((each) => each.type),
      );
    return {
      type,
      kid: new Part(
        type,
        node,
        created.map((each) => each.kid),
      ),
    };
  }

  #text(nodes: readonly Node[]): Created {
    const text = createText(nodes, this.#doc);
    if (readsOtherwise(nodes)) this.copies.push(text.type);
    return text;
  }

  /** What can't be shown is moved and copied as it is; where it is not at hand, its letters are. */
  #misfit(misfit: Node, node: Node): Created {
    const type =
      cloneOf(this.#doc && typeNamed(this.#doc, String(misfit.attrs.name))) ??
      this.#letters(misfit, node);
    this.copies.push(type);
    return {
      type,
      kid: new Part(
        type as Y.XmlElement,
        node,
        misfit === node ? [] : [new Part(null, misfit, [])],
        true,
      ),
    };
  }

  #letters(misfit: Node, node: Node): Cloned {
    const { schema } = node.type;
    const letters = String(misfit.attrs.text);
    if (misfit.isInline) return createText(letters ? [schema.text(letters)] : [], null).type;
    const line = schema.nodes.paragraph?.create(
      null,
      letters ? schema.text(letters) : null,
    ) as Node;
    return this.element(misfit === node ? line : node.type.create(node.attrs, line)).type;
  }
}

/** What can't be shown, alone or in a container that nobody wrote. */
function misfitIn(node: Node): Node | null {
  if (node.type.name === MISFIT || node.type.name === INLINE_MISFIT) return node;
  const { firstChild } = node;
  return node.childCount === 1 &&
    firstChild?.type.name === MISFIT &&
    node.attrs.id === idAround(String(firstChild.attrs.name))
    ? firstChild
    : null;
}

/** A new element that says what this node says, beside no document. */
export const createElement = (node: Node): Created => new Creator(null).element(node);
