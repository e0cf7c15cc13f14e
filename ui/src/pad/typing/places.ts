/** Where blocks stand in a document, in the order in which they are read, and how a caret comes into each. */
import type { Node, ResolvedPos } from "@tiptap/pm/model";
import { NodeSelection, Selection, TextSelection, type Transaction } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";
import { uuidv4 } from "lib0/random";

/** A block: its container, which holds the id and the nested blocks, and in it the content that a person sees. */
export interface Place {
  pos: number;
  container: Node;
  content: Node;
}

/** `whole` blocks (dividers, pictures) have no place for a caret: they are selected as one thing. */
export type Kind = "words" | "code" | "table" | "whole";

const CONTAINER = "blockContainer";

export function kindOf({ content }: Place): Kind {
  if (content.type.spec.tableRole === "table") return "table";
  if (!content.inlineContent) return "whole";
  return content.type.spec.content === "inline*" ? "words" : "code";
}

const placeOf = (container: Node, pos: number): Place => ({
  pos,
  container,
  content: container.child(0),
});

/** The innermost block around a position, or the one that begins there. */
export function placeAt($pos: ResolvedPos): Place | null {
  if ($pos.nodeAfter?.type.name === CONTAINER) return placeOf($pos.nodeAfter, $pos.pos);
  for (let depth = $pos.depth; depth > 0; depth -= 1) {
    if ($pos.node(depth).type.name === CONTAINER)
      return placeOf($pos.node(depth), $pos.before(depth));
  }
  return null;
}

export const startOf = ({ pos }: Place): number => pos + 2;
export const endOf = ({ pos, content }: Place): number => pos + content.nodeSize;
export const afterOf = ({ pos, container }: Place): number => pos + container.nodeSize;

export const nestedIn = ({ container }: Place): Node | null =>
  container.childCount > 1 ? container.child(1) : null;

/** A line without words, and without nested blocks that would go with it. */
export const isBlank = (place: Place): boolean =>
  kindOf(place) === "words" && place.content.content.size === 0 && !nestedIn(place);

/** The button that folds and unfolds what is nested in a toggle, and whether it is folded: each page knows for itself. */
function foldOf(view: EditorView, place: Place): { isFolded: boolean; button: HTMLElement } | null {
  const dom = view.nodeDOM(place.pos + 1);
  const wrapper = dom instanceof Element ? dom.querySelector(".bn-toggle-wrapper") : null;
  const button = wrapper?.querySelector<HTMLElement>(":scope > .bn-toggle-button");
  return button
    ? { isFolded: wrapper?.getAttribute("data-show-children") === "false", button }
    : null;
}

/** A toggle: its title, and below it what folds, if there is any. */
export const isToggle = (view: EditorView, place: Place): boolean => foldOf(view, place) !== null;

/** Whether something is nested in this block that is not to be seen. */
export const hides = (view: EditorView, place: Place): boolean =>
  nestedIn(place) !== null && (foldOf(view, place)?.isFolded ?? false);

export function unfold(view: EditorView, place: Place): void {
  const fold = foldOf(view, place);
  if (fold?.isFolded) fold.button.click();
}

/** The nested blocks of a block that are to be seen. */
const shownIn = (view: EditorView, place: Place): Node | null =>
  hides(view, place) ? null : nestedIn(place);

/**
 * The block that is read after this one: the first nested one, the next one, or the next one of what it is nested in. What
 * is folded is not there.
 */
export function nextPlace(view: EditorView, place: Place): Place | null {
  const nested = shownIn(view, place);
  if (nested) return placeOf(nested.child(0), endOf(place) + 2);
  for (
    let $after = view.state.doc.resolve(afterOf(place));
    ;
    $after = view.state.doc.resolve($after.after($after.depth - 1))
  ) {
    if ($after.nodeAfter) return placeOf($after.nodeAfter, $after.pos);
    if ($after.depth < 2) return null;
  }
}

/** The block that is read before this one. */
export function previousPlace(view: EditorView, place: Place): Place | null {
  const $before = view.state.doc.resolve(place.pos);
  if (!$before.nodeBefore)
    return $before.depth < 2
      ? null
      : placeOf($before.node($before.depth - 1), $before.before($before.depth - 1));
  let last = placeOf($before.nodeBefore, place.pos - $before.nodeBefore.nodeSize);
  for (let nested = shownIn(view, last); nested?.lastChild; nested = shownIn(view, last)) {
    last = placeOf(nested.lastChild, afterOf(last) - 2 - nested.lastChild.nodeSize);
  }
  return last;
}

/** How one comes into a block from above or from below. */
export function selectionIn(doc: Node, place: Place, from: "above" | "below"): Selection {
  if (kindOf(place) === "whole") return NodeSelection.create(doc, place.pos + 1);
  return from === "above"
    ? Selection.near(doc.resolve(startOf(place)), 1)
    : Selection.near(doc.resolve(endOf(place)), -1);
}

/** Puts a line between blocks and the caret at its start: an empty paragraph, or of another kind, or with words. */
export function putLine(
  tr: Transaction,
  pos: number,
  content = tr.doc.type.schema.nodes.paragraph?.create(),
): Transaction {
  const { blockContainer } = tr.doc.type.schema.nodes;
  if (!blockContainer || !content) return tr;
  tr.insert(pos, blockContainer.create({ id: uuidv4() }, content));
  return tr.setSelection(TextSelection.create(tr.doc, pos + 2)).scrollIntoView();
}

/** Puts the caret into an empty line right behind a block: the one that is there, or a new one. */
export function lineAfter(tr: Transaction, place: Place): Transaction {
  const next = tr.doc.resolve(afterOf(place)).nodeAfter;
  const there = next && placeOf(next, afterOf(place));
  if (!there || !isBlank(there) || there.content.type.name !== "paragraph")
    return putLine(tr, afterOf(place));
  return tr.setSelection(TextSelection.create(tr.doc, startOf(there))).scrollIntoView();
}

/** The same behind everything. */
export function lineAtEnd(tr: Transaction): Transaction {
  const group = tr.doc.child(0);
  const end = tr.doc.content.size - 1;
  const last = group.lastChild && placeOf(group.lastChild, end - group.lastChild.nodeSize);
  if (!last || !isBlank(last) || last.content.type.name !== "paragraph") return putLine(tr, end);
  return tr.setSelection(TextSelection.create(tr.doc, startOf(last))).scrollIntoView();
}
