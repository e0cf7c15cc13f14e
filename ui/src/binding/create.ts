/** From ProseMirror's nodes to new Yjs types. A line has one text from its birth, so that all who write into it write into the same. */
import type { Node } from "prosemirror-model";
import * as Y from "yjs";
import { attributesOf } from "./marks";
import { INLINE_MISFIT, MISFIT } from "./misfits";
import { Part, Run, type Kid } from "./shown";
import { typeNamed } from "./yjs";

export interface Created {
  type: Y.XmlElement | Y.XmlText;
  kid: Kid;
}

/** A text with these letters. */
export function createText(nodes: readonly Node[]): Created & { type: Y.XmlText } {
  const type = new Y.XmlText();
  if (nodes.length > 0) type.applyDelta(nodes.map((node) => ({ insert: node.text ?? "", attributes: attributesOf(node.marks) })));
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

/** A new element that says what this node says. */
export function createElement(node: Node, doc: Y.Doc | null): Created {
  const misfit = misfitIn(node);
  if (misfit) return copyOf(misfit, node, doc);
  const type = new Y.XmlElement(node.type.name);
  for (const [name, value] of Object.entries(node.attrs)) if (value !== null && value !== undefined) type.setAttribute(name, value);
  const groups = grouped(node);
  if (node.inlineContent && !groups.some(Array.isArray)) groups.push([]);
  const created = groups.map((group) => (Array.isArray(group) ? createText(group) : createElement(group, doc)));
  if (created.length > 0) type.insert(0, created.map((each) => each.type));
  return { type, kid: new Part(type, node, created.map((each) => each.kid)) };
}

const misfitIn = (node: Node): Node | null => {
  if (node.type.name === MISFIT || node.type.name === INLINE_MISFIT) return node;
  const { firstChild } = node;
  return node.childCount === 1 && firstChild?.type.name === MISFIT ? firstChild : null;
};

/** What can't be shown is moved and copied as it is; where it is not at hand, its letters are. */
function copyOf(misfit: Node, node: Node, doc: Y.Doc | null): Created {
  const original = doc && typeNamed(doc, String(misfit.attrs.name));
  if (original instanceof Y.XmlElement || original instanceof Y.XmlText) {
    const type = original.clone() as Y.XmlElement | Y.XmlText;
    return { type, kid: new Part(type as Y.XmlElement, node, misfit === node ? [] : [new Part(null, misfit, [])], true) };
  }
  const { schema } = node.type;
  const letters = String(misfit.attrs.text);
  if (misfit.isInline) return createText(letters ? [schema.text(letters)] : []);
  const line = schema.nodes.paragraph?.create(null, letters ? schema.text(letters) : null) as Node;
  return createElement(misfit === node ? line : node.type.create(node.attrs, line), null);
}
