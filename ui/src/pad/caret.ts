/** The caret where it was, when another stay has taken the place of the one in which it stood, or the editor was made anew. */
import { Selection } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";
import { ySyncPluginKey } from "../binding";
import { readCaret, restore, saved, selectText } from "../binding/selection";
import type { Caret } from "./rebase";

/** Of the editor, what draws the text. */
interface Drawn {
  prosemirrorView: EditorView;
}

const bindingOf = ({ state }: EditorView) => ySyncPluginKey.getState(state)?.binding;

/** `known`: what was selected when the editor was well. */
export function caretOf({ prosemirrorView: view }: Drawn, known?: Selection): Caret | null {
  const root = bindingOf(view)?.mapping.root;
  if (!root) return null;
  if (!known) readCaret(view);
  const selection = known ?? view.state.selection;
  return {
    place: saved(selection, root),
    at: selection.head,
    focused: view.hasFocus(),
    top: scrollY,
  };
}

export function putCaret({ prosemirrorView: view }: Drawn, { place, at, top }: Caret): void {
  const binding = bindingOf(view);
  if (!binding) return;
  const tr = view.state.tr.setMeta("addToHistory", false);
  restore(tr, place, binding.mapping, binding.doc);
  if (!tr.selectionSet) {
    if (at < tr.doc.content.size) selectText(tr, at, at);
    else tr.setSelection(Selection.atEnd(tr.doc)); // the text is shorter now
  }
  view.dispatch(tr);
  scrollTo({ top, behavior: "instant" });
}
