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
export const mishaps = ({ onDrawn, onFailed }: Mishaps) =>
  createExtension({
    key: "mishaps",
    tiptapExtensions: [
      Extension.create({
        name: "mishaps",
        dispatchTransaction({ transaction, next }) {
          const { selection } = this.editor.state;
          try {
            next(transaction);
            if (transaction.docChanged) onDrawn(this.editor.state.doc);
          } catch (error) {
            onFailed(error, this.editor.view, selection);
          }
        },
      }),
    ],
  });
