/** Whole documents, without an editor: from Yjs to ProseMirror and back. */
import { Node, type Schema } from "prosemirror-model";
import * as Y from "yjs";
import { Creator } from "./create";
import { Reader } from "./read";
import { Shown } from "./shown";
import { Writer } from "./write";

export const yXmlFragmentToProseMirrorRootNode = (fragment: Y.XmlFragment, schema: Schema): Node =>
  new Reader(schema).root(fragment).node;

export function prosemirrorToYXmlFragment(
  node: Node,
  fragment: Y.XmlFragment = new Y.XmlFragment(),
): Y.XmlFragment {
  const { doc } = fragment;
  if (doc && fragment.length > 0) {
    doc.transact((transaction) => {
      const root = new Reader(node.type.schema).root(fragment);
      const shown = new Shown();
      shown.learn(root);
      new Writer({
        doc,
        transaction,
        shown,
        changes: [],
        own: new Set(),
        carets: () => [],
        behind: new Map(),
        isHeld: () => false,
        note: () => undefined,
      }).write(root, node);
    });
    return fragment;
  }
  const creator = new Creator(doc);
  fragment.insert(
    0,
    node.children.map((child) => creator.element(child).type),
  );
  return fragment;
}

export function prosemirrorToYDoc(node: Node, name = "prosemirror"): Y.Doc {
  const doc = new Y.Doc();
  prosemirrorToYXmlFragment(node, doc.getXmlFragment(name));
  return doc;
}

export const prosemirrorJSONToYXmlFragment = (
  schema: Schema,
  json: unknown,
  fragment?: Y.XmlFragment,
): Y.XmlFragment => prosemirrorToYXmlFragment(Node.fromJSON(schema, json), fragment);
