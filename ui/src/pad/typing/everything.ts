/** Ctrl+A where the text begins or ends with what holds no caret of its own: a browser would mark nothing, or leave a table's cell. */
import { createExtension } from "@blocknote/core";
import type { ResolvedPos } from "@tiptap/pm/model";
import { AllSelection, Plugin, Selection, TextSelection, type EditorState } from "@tiptap/pm/state";
import { kindOf, placeAt, type Place } from "./places";

const isSelectAll = ({ key, ctrlKey, metaKey, shiftKey, altKey }: KeyboardEvent): boolean => key.toLowerCase() === "a" && ctrlKey !== metaKey && !shiftKey && !altKey;

const holdsWords = (place: Place | null): boolean => place !== null && kindOf(place) === "words";

/** Whether a browser could not mark all of it. In a table or in code it marks what is around the caret, as one expects there. */
function isOurs({ doc, selection }: EditorState): boolean {
  const group = doc.firstChild;
  if (!group?.lastChild || (selection instanceof TextSelection && !holdsWords(placeAt(selection.$head)))) return false;
  const [first, last] = [placeAt(doc.resolve(1)), placeAt(doc.resolve(1 + group.content.size - group.lastChild.nodeSize))];
  return !holdsWords(first) || !holdsWords(last);
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
            if (!isSelectAll(event) || !isOurs(view.state)) return false;
            event.preventDefault();
            view.dispatch(view.state.tr.setSelection(new AllSelection(view.state.doc)));
            return true;
          },
        },
      },
    }),
  ],
});
