/** An editor that fails while it draws shows anything from then on: the page hears of it, and what was drawn well last. */
import { createExtension } from "@blocknote/core";
import { Extension } from "@tiptap/core";
import type { Node } from "@tiptap/pm/model";
import type { Selection } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";

export interface Mishaps {
  onDrawn: (text: Node) => void;
  /** `before`: what was selected when all was well. */
  onFailed: (error: unknown, view: EditorView, before: Selection) => void;
}

/** For the editor's options. */
export function mishaps({ onDrawn, onFailed }: Mishaps) {
  let failed = false;
  return createExtension({
    key: "mishaps",
    tiptapExtensions: [
      Extension.create({
        name: "mishaps",
        dispatchTransaction({ transaction, next }) {
          const { editor } = this;
          const { selection } = editor.state;
          try {
            next(transaction);
            // an editor whose view could not be made goes on without one, and has drawn nothing
            if (transaction.docChanged && !failed && !editor.isDestroyed) onDrawn(editor.state.doc);
          } catch (error) {
            failed = true;
            onFailed(error, editor.view, selection);
          }
        },
      }),
    ],
  });
}
