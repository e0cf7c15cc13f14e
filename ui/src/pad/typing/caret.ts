/** The caret where the browser has it, before a key acts on it. */
import { createExtension } from "@blocknote/core";
import { Plugin, TextSelection } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";
import { readCaret } from "../../binding/selection";

/** Where somebody has clicked, until the editor knows where that was. */
const clicked = new WeakSet<EditorView>();

/**
 * Browsers tell of a moved caret only when they get round to it. A key that comes earlier (End, then Delete, on a busy
 * phone) finds the editor with the old caret: it lets the browser delete by itself, which takes whole blocks away. So the
 * editor is told before every key.
 */
function beforeKey(view: EditorView, event: KeyboardEvent): boolean {
  if (!event.isComposing) settle(view);
  return false;
}

/**
 * A click or tap that brings the focus back. While the editor had none, the others' writing moved its caret and not the
 * browser's: where one clicks right at the latter, nothing changes for the browser, and the editor is told nothing.
 */
function afterClick(view: EditorView): boolean {
  clicked.add(view);
  setTimeout(() => settle(view)); // a key may come before it
  return false;
}

function settle(view: EditorView): void {
  readCaret(view);
  if (clicked.delete(view) && !view.isDestroyed && view.hasFocus()) takeCaret(view);
}

function takeCaret(view: EditorView): void {
  const { selection, doc, tr } = view.state;
  const { anchorNode, anchorOffset = 0, isCollapsed } = view.dom.ownerDocument.getSelection() ?? {};
  if (
    !anchorNode ||
    !isCollapsed ||
    !view.dom.contains(anchorNode) ||
    !(selection instanceof TextSelection)
  )
    return;
  const $caret = doc.resolve(view.posAtDOM(anchorNode, anchorOffset, 1));
  if ($caret.pos !== selection.head && $caret.parent.inlineContent)
    view.dispatch(tr.setSelection(new TextSelection($caret)));
}

export const caret = createExtension({
  key: "fadepad-caret",
  runsBefore: ["default"],
  prosemirrorPlugins: [
    new Plugin({ props: { handleDOMEvents: { keydown: beforeKey, mousedown: afterClick } } }),
  ],
});
