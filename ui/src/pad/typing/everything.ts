/** Ctrl+A. A browser marks nothing before a tick box or a divider, and leaves the cell of a table that comes first. */
import { createExtension } from "@blocknote/core";
import type { ResolvedPos } from "@tiptap/pm/model";
import { AllSelection, Plugin, Selection, TextSelection, type EditorState } from "@tiptap/pm/state";
import { kindOf, placeAt, type Place } from "./places";

const isSelectAll = ({ key, ctrlKey, metaKey, shiftKey, altKey }: KeyboardEvent): boolean => key.toLowerCase() === "a" && ctrlKey !== metaKey && !shiftKey && !altKey;

const holdsWords = (place: Place | null): boolean => place !== null && kindOf(place) === "words";

/** All of the text: its words, or the whole document where it begins or ends with what holds no caret of its own. In a table or in code `null`. */
function allOf({ doc, selection }: EditorState): Selection | null {
  const group = doc.firstChild;
  if (!group?.lastChild) return null;
  const ends = [placeAt(doc.resolve(1)), placeAt(doc.resolve(1 + group.content.size - group.lastChild.nodeSize))];
  if (ends.every(holdsWords)) return TextSelection.between(Selection.atStart(doc).$from, Selection.atEnd(doc).$to);
  return selection instanceof TextSelection && !holdsWords(placeAt(selection.$head)) ? null : new AllSelection(doc);
}

/** A browser marks no more than from the first to the last caret, and says so when it is asked: that is still all of it. */
function stillAll({ doc, selection }: EditorState, $anchor: ResolvedPos, $head: ResolvedPos): Selection | null {
  const isAll = $anchor.min($head).pos <= Selection.atStart(doc).from && $anchor.max($head).pos >= Selection.atEnd(doc).to;
  return selection instanceof AllSelection && isAll ? selection : null;
}

export const everything = createExtension({
  key: "fadepad-everything",
  runsBefore: ["default"],
  prosemirrorPlugins: [
    new Plugin({
      props: {
        createSelectionBetween: ({ state }, $anchor, $head) => stillAll(state, $anchor, $head),
        handleDOMEvents: {
          // before Tiptap's own, whose selection the browser is asked about at once
          keydown: (view, event) => {
            const all = isSelectAll(event) && allOf(view.state);
            if (!all) return false;
            event.preventDefault();
            view.dispatch(view.state.tr.setSelection(all));
            return true;
          },
        },
      },
    }),
  ],
});
