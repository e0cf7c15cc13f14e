/** The selection over what others write, and over an undo. */
import type { Node } from "prosemirror-model";
import {
  AllSelection,
  NodeSelection,
  Selection,
  TextSelection,
  type Transaction,
} from "prosemirror-state";
import type { EditorView } from "prosemirror-view";
import type * as Y from "yjs";
import { followed } from "./follow";
import { toAbsolute, toRelative } from "./positions";
import type { Part, Shown } from "./shown";

/** A selection in Yjs' terms. */
export interface SavedSelection {
  type: string;
  anchor: Y.RelativePosition;
  head: Y.RelativePosition;
}

/** Lets the editor see where the browser's caret is now: a browser tells of it only when it gets round to it. */
export const readCaret = (view: EditorView): void => {
  if (!view.isDestroyed && !view.composing)
    view.dom.ownerDocument.dispatchEvent(new Event("selectionchange"));
};

export const kindOf = (selection: Selection): string =>
  (selection.toJSON() as { type: string }).type;

/** A caret stays behind the letter that its owner typed, and a marked range takes nothing in. */
export function saved(selection: Selection, root: Part): SavedSelection {
  const { anchor, head, empty, from } = selection;
  const place = (pos: number) => toRelative(pos, root, !empty && pos === from ? 0 : -1);
  return { type: kindOf(selection), anchor: place(anchor), head: place(head) };
}

/**
 * How others are told of a selection: a caret as before the letter that follows, so that what its owner types takes it
 * along and need not be told.
 */
export function told(selection: Selection, root: Part): Pick<SavedSelection, "anchor" | "head"> {
  const { anchor, head, empty, from } = selection;
  const place = (pos: number) => toRelative(pos, root, empty || pos === from ? 0 : -1);
  return { anchor: place(anchor), head: place(head) };
}

/**
 * Keeps a selection where the eye is while a transaction changes what is around it: a caret stays behind its letter, and a
 * marked range takes nothing in.
 */
export function besideEye(
  tr: Transaction,
  { $anchor, anchor, head, empty, from }: Selection,
  kind: string,
): void {
  if (kind !== "text" || !tr.docChanged) return;
  const map = (pos: number) =>
    followed(tr, $anchor.doc, pos) ?? tr.mapping.map(pos, !empty && pos === from ? 1 : -1);
  selectText(tr, map(anchor), map(head));
}

/** Marks text, or sets the caret, as near as may be. */
export function selectText(tr: Transaction, anchor: number, head: number): void {
  const { size } = tr.doc.content;
  const [$anchor, $head] = [
    tr.doc.resolve(Math.min(anchor, size)),
    tr.doc.resolve(Math.min(head, size)),
  ];
  tr.setSelection(TextSelection.between($anchor, $head));
}

export function restore(
  tr: Transaction,
  { type, anchor, head }: SavedSelection,
  shown: Shown,
  doc: Y.Doc,
): void {
  const [a, h] = [toAbsolute(anchor, shown, doc), toAbsolute(head, shown, doc)];
  if (type === "all") tr.setSelection(new AllSelection(tr.doc));
  if (a === null || h === null || type === "all") return;
  try {
    if (type === "node") tr.setSelection(NodeSelection.create(tr.doc, a));
    else selectText(tr, a, h);
  } catch {
    tr.setSelection(Selection.near(tr.doc.resolve(Math.min(a, tr.doc.content.size))));
  }
}

/** The nodes in which a caret stands, and the one that is selected as a whole. */
export function around(selection: Selection): ReadonlySet<Node> {
  const { $head } = selection;
  const nodes = Array.from({ length: $head.depth + 1 }, (_, depth) => $head.node(depth));
  return new Set(selection instanceof NodeSelection ? [...nodes, selection.node] : nodes);
}
