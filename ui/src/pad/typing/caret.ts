/** The caret where the browser has it, before a key, the clipboard or a press on a tool acts on it. */
import { createExtension } from "@blocknote/core";
import { Plugin, TextSelection } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";
import { readCaret } from "../../binding/selection";
import { OBJECT } from "../../binding/shown";

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

/** What acts on the caret without a key: a menu's Paste, a tool that is pressed. */
const DEEDS = ["paste", "copy", "cut", "pointerdown"];

/** As before every key; first of all who listen, also of those outside the editor. */
function beforeDeeds(view: EditorView) {
  const read = () => void (view.hasFocus() && readCaret(view));
  const page = view.dom.ownerDocument;
  for (const deed of DEEDS) page.addEventListener(deed, read, true);
  return {
    destroy: () => {
      for (const deed of DEEDS) page.removeEventListener(deed, read, true);
    },
  };
}

const lastWordOf = (line: string): string => /[\p{L}\p{M}\p{N}_]+$|.$/su.exec(line)?.[0] ?? "";

/**
 * Two clicks select a word, three a line. At the end of a line Chromium and WebKit select its border instead, and a key then
 * joins the next line to it: the selection goes back into its line, to the last word there.
 */
function afterClicks(view: EditorView, event: MouseEvent): boolean {
  if (event.detail < 2) return false;
  readCaret(view);
  const { selection, doc, tr } = view.state;
  const { $from, $to } = selection;
  const reachesOut = $from.parent.isTextblock && !$from.sameParent($to) && $to.parentOffset === 0;
  if (!reachesOut || doc.textBetween($from.end(), $to.pos, "", OBJECT) !== "") return false;
  const line = $from.parent.textBetween(0, $from.parent.content.size, "", OBJECT);
  const end = $from.end();
  const from = $from.pos < end ? $from.pos : end - lastWordOf(line).length;
  view.dispatch(tr.setSelection(TextSelection.create(doc, from, end)));
  return false;
}

export const caret = createExtension({
  key: "fadepad-caret",
  runsBefore: ["default"],
  prosemirrorPlugins: [
    new Plugin({
      view: beforeDeeds,
      props: {
        handleDOMEvents: { keydown: beforeKey, mousedown: afterClick, click: afterClicks },
      },
    }),
  ],
});
