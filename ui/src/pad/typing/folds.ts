/** Toggles: what is folded in one stays in it, and no caret comes into what is not to be seen. */
import { createExtension } from "@blocknote/core";
import type { ResolvedPos } from "@tiptap/pm/model";
import { NodeSelection, Plugin, TextSelection, type Transaction } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";
import { uuidv4 } from "lib0/random";
import {
  afterOf,
  endOf,
  hides,
  isToggle,
  kindOf,
  nestedIn,
  placeAt,
  putLine,
  unfold,
  type Place,
} from "./places";

/** The folded toggles that hide a position, the outermost first. */
export function foldsAround(view: EditorView, $pos: ResolvedPos): Place[] {
  const folds: Place[] = [];
  for (let depth = 1; depth < $pos.depth; depth += 1) {
    // its second child is the group of what is nested
    const place = $pos.index(depth) === 1 ? placeAt($pos.doc.resolve($pos.before(depth))) : null;
    if (place && place.container === $pos.node(depth) && hides(view, place)) folds.push(place);
  }
  return folds;
}

/** Wherever a caret has come into what is folded, by an undo or a move, it is unfolded. */
function showCaret(view: EditorView): void {
  const { selection } = view.state;
  if (!view.editable || !(selection.empty || selection instanceof NodeSelection)) return;
  for (const fold of foldsAround(view, selection.$from)) unfold(view, fold);
}

/** A caret in what a click folds comes out of it, to the end of the title. */
function leaveFolded(view: EditorView, { target, isTrusted }: MouseEvent): boolean {
  if (!isTrusted || !(target instanceof Element) || !target.closest(".bn-toggle-button"))
    return false;
  const { selection, doc, tr } = view.state;
  const [fold] = foldsAround(view, selection.$head);
  if (fold) view.dispatch(tr.setSelection(TextSelection.create(doc, endOf(fold))));
  return false;
}

/** An empty block above, of the same kind, and the caret stays before its words. */
function putAbove(tr: Transaction, { pos, content }: Place): Transaction {
  const { blockContainer } = tr.doc.type.schema.nodes;
  return blockContainer
    ? tr
        .insert(pos, blockContainer.create({ id: uuidv4() }, content.type.create(content.attrs)))
        .scrollIntoView()
    : tr;
}

/**
 * Enter in the title of a toggle that holds something, which BlockNote would give to the new block: below a folded one
 * a line follows, and an open one gets a first line. A list goes on as one.
 */
function enter(view: EditorView): Transaction | null {
  const { selection, tr } = view.state;
  const { $from, $to, empty } = selection;
  const toggle = placeAt($from);
  if (
    !(selection instanceof TextSelection) ||
    !$from.sameParent($to) ||
    !toggle ||
    !nestedIn(toggle) ||
    kindOf(toggle) !== "words" ||
    !isToggle(view, toggle)
  )
    return null;
  const isFolded = hides(view, toggle);
  const isInList = toggle.content.type.name !== "heading";
  if (empty && isInList && toggle.content.content.size === 0) return null; // no toggle any more
  const { $head } = tr.deleteSelection().selection;
  const rest = $head.parent.content.cut($head.parentOffset);
  if ($head.parentOffset === 0 && rest.size > 0) return putAbove(tr, toggle);
  tr.delete($head.pos, $head.end());
  const title = placeAt(tr.doc.resolve(toggle.pos));
  const kind = isFolded && isInList ? toggle.content.type : tr.doc.type.schema.nodes.paragraph;
  return (
    title && putLine(tr, isFolded ? afterOf(title) : endOf(title) + 2, kind?.create(null, rest))
  );
}

function handleKeyDown(
  view: EditorView,
  { key, shiftKey, ctrlKey, altKey, metaKey }: KeyboardEvent,
): boolean {
  if (
    key !== "Enter" ||
    shiftKey ||
    ctrlKey ||
    altKey ||
    metaKey ||
    !view.editable ||
    view.composing
  )
    return false;
  const tr = enter(view);
  if (tr) view.dispatch(tr);
  return tr !== null;
}

export const folds = createExtension({
  key: "fadepad-folds",
  runsBefore: ["default"],
  prosemirrorPlugins: [
    new Plugin({
      props: { handleKeyDown, handleDOMEvents: { click: leaveFolded } },
      view: () => ({ update: showCaret }),
    }),
  ],
});
