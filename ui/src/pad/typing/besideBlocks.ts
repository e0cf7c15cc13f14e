/**
 * Delete and Backspace beside tables, code, pictures and dividers: the caret goes in, or the block is selected first. What
 * is folded beside it unfolds first.
 */
import { createExtension } from "@blocknote/core";
import { Plugin, TextSelection, type EditorState, type Transaction } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";
import {
  afterOf,
  hides,
  isBlank,
  kindOf,
  nextPlace,
  placeAt,
  previousPlace,
  selectionIn,
  unfold,
  type Place,
} from "./places";

type Side = "above" | "below";

const caretOf = ({ selection }: EditorState) =>
  selection instanceof TextSelection && selection.empty ? selection.$head : null;

/** Takes an empty line away. One that is alone in its nesting stays: there is no nesting without a block. */
function takeAway(tr: Transaction, place: Place): void {
  const $pos = tr.doc.resolve(place.pos);
  if ($pos.parent.childCount > 1) tr.delete(place.pos, afterOf(place));
}

/** Goes from one block into its neighbour; an empty line that is left or reached by it goes away. */
function goOver(state: EditorState, here: Place, there: Place, side: Side): Transaction {
  const { tr } = state;
  const back = side === "above" ? "below" : "above";
  if (isBlank(there) && kindOf(here) !== "words") {
    takeAway(tr, there);
    return tr.setSelection(state.selection.map(tr.doc, tr.mapping)).scrollIntoView();
  }
  tr.setSelection(selectionIn(tr.doc, there, back));
  if (isBlank(here)) takeAway(tr, here);
  return tr.scrollIntoView();
}

/** The block at whose end the caret is: Delete reaches beyond it. */
function atEnd(state: EditorState): Place | null {
  const $caret = caretOf(state);
  const here = $caret && placeAt($caret);
  return here && $caret.pos === selectionIn(state.doc, here, "below").head ? here : null;
}

/** Whether a shortcut has just turned this line into something else: Backspace gives it back as it was typed. */
const hasJustTurned = (state: EditorState): boolean =>
  state.plugins.some((plugin) => "isInputRules" in plugin.spec && plugin.getState(state));

/**
 * The paragraph at whose start the caret is: Backspace reaches beyond it. Other kinds and nested ones first become plain
 * paragraphs, as everywhere.
 */
function atStart(state: EditorState): Place | null {
  const $caret = caretOf(state);
  const here = $caret && placeAt($caret);
  if (
    !here ||
    here.content.type.name !== "paragraph" ||
    $caret.pos !== selectionIn(state.doc, here, "above").head
  )
    return null;
  return state.doc.resolve(here.pos).depth > 1 || hasJustTurned(state) ? null : here;
}

/** Words join by themselves, as everywhere. */
const join = (here: Place, there: Place): boolean =>
  kindOf(here) === "words" && kindOf(there) === "words";

function handleKeyDown(view: EditorView, { key }: KeyboardEvent): boolean {
  if (!view.editable || (key !== "Delete" && key !== "Backspace")) return false;
  const side = key === "Delete" ? "below" : "above";
  const here = side === "below" ? atEnd(view.state) : atStart(view.state);
  const there = here && (side === "below" ? nextPlace(view, here) : previousPlace(view, here));
  const title = side === "below" ? here : there;
  if (title && hides(view, title)) {
    unfold(view, title); // one sees first what would be joined
    return true;
  }
  if (!here || !there || join(here, there)) return false;
  view.dispatch(goOver(view.state, here, there, side));
  return true;
}

export const besideBlocks = createExtension({
  key: "fadepad-beside-blocks",
  runsBefore: ["default"],
  prosemirrorPlugins: [new Plugin({ props: { handleKeyDown } })],
});
