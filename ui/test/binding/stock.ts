/** y-prosemirror itself, which our pages no longer have: what stock BlockNote pages read and write. */
// @ts-expect-error -- its types are under the name that leads to our own binding
import * as stockBinding from "../../node_modules/y-prosemirror/src/y-prosemirror.js";
import type { Node, Schema } from "prosemirror-model";
import type { Plugin } from "prosemirror-state";
import type * as Y from "yjs";

interface Stock {
  ySyncPlugin(fragment: Y.XmlFragment): Plugin;
  yUndoPlugin(): Plugin;
  ySyncPluginKey: unknown;
  undoCommand: unknown;
  redoCommand: unknown;
  yXmlFragmentToProseMirrorRootNode(fragment: Y.XmlFragment, schema: Schema): Node;
  prosemirrorToYXmlFragment(node: Node, fragment?: Y.XmlFragment): Y.XmlFragment;
}

export const stock = stockBinding as unknown as Stock;
