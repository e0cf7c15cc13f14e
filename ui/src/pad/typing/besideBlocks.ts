/** Delete and Backspace beside tables, code, pictures and dividers: the caret goes in, or the block is selected first. */
import { createExtension } from "@blocknote/core";
import { Plugin, TextSelection, type EditorState, type Transaction } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";
import { afterOf, isBlank, kindOf, nextPlace, placeAt, previousPlace, selectionIn, type Place } from "./places";

type Side = "above" | "below";

const caretOf = ({ selection }: EditorState) => (selection instanceof TextSelection && selection.empty ? selection.$head : null);

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

/** Delete at the end of a block. */
function forward(state: EditorState): Transaction | null {
  const $caret = caretOf(state);
  const here = $caret && placeAt($caret);
  if (!here || $caret.pos !== selectionIn(state.doc, here, "below").head) return null;
  const there = nextPlace(state.doc, here);
  if (!there || (kindOf(here) === "words" && kindOf(there) === "words")) return null;
  return goOver(state, here, there, "below");
}

/** Whether a shortcut has just turned this line into something else: Backspace gives it back as it was typed. */
const hasJustTurned = (state: EditorState): boolean => state.plugins.some((plugin) => "isInputRules" in plugin.spec && plugin.getState(state));

/** Backspace at the start of a paragraph; other kinds and nested ones first become plain paragraphs, as everywhere. */
function backward(state: EditorState): Transaction | null {
  const $caret = caretOf(state);
  const here = $caret && placeAt($caret);
  if (!here || here.content.type.name !== "paragraph" || $caret.pos !== selectionIn(state.doc, here, "above").head) return null;
  if (state.doc.resolve(here.pos).depth > 1 || hasJustTurned(state)) return null;
  const there = previousPlace(state.doc, here);
  return there && kindOf(there) !== "words" ? goOver(state, here, there, "above") : null;
}

function handleKeyDown(view: EditorView, { key }: KeyboardEvent): boolean {
  if (!view.editable || (key !== "Delete" && key !== "Backspace")) return false;
  const tr = key === "Delete" ? forward(view.state) : backward(view.state);
  if (tr) view.dispatch(tr);
  return tr !== null;
}

export const besideBlocks = createExtension({ key: "fadepad-beside-blocks", runsBefore: ["default"], prosemirrorPlugins: [new Plugin({ props: { handleKeyDown } })] });
