/** Tick boxes: a tick finds its block by where it stands, and Ctrl+Enter (⌘ on a Mac) ticks the lines that one is in. */
import { createExtension } from "@blocknote/core";
import { Plugin, type EditorState, type Transaction } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";

const BOX = "checkListItem";

/** Editors in which nobody writes, and whose boxes are ticked all the same. */
const ticked = new WeakSet<object>();

/** From the next drawing on, its boxes can be ticked while nobody writes in it; or not any more. */
export function letTick(editor: object, may: boolean): void {
  if (may) ticked.add(editor);
  else ticked.delete(editor);
}

/** Whether boxes that are drawn for this editor now can be ticked although nobody writes in it. */
export const isTicked = (editor: object): boolean => ticked.has(editor);

/** Listens before BlockNote does, which looks for the block by its id: of two with one id it would tick the first. */
function watchBoxes(view: EditorView, editor: object): { destroy: () => void } {
  const tick = (event: Event): void => {
    const box = event.target;
    if (!(box instanceof HTMLInputElement) || box.type !== "checkbox") return;
    const words = box.closest(`[data-content-type="${BOX}"]`)?.querySelector(".bn-inline-content");
    if (!words || !(view.editable || isTicked(editor))) return;
    event.stopPropagation();
    const $pos = view.state.doc.resolve(view.posAtDOM(words, 0));
    if ($pos.parent.type.name === BOX)
      view.dispatch(view.state.tr.setNodeAttribute($pos.before(), "checked", box.checked));
  };
  view.dom.addEventListener("change", tick, { capture: true });
  return { destroy: () => view.dom.removeEventListener("change", tick, { capture: true }) };
}

/** Ticks all boxes of the selection, or unticks them where all are ticked. */
function tickSelected({ doc, selection, tr }: EditorState): Transaction | null {
  const boxes: { pos: number; checked: boolean }[] = [];
  doc.nodesBetween(selection.from, selection.to, (node, pos) => {
    if (node.type.name === BOX) boxes.push({ pos, checked: node.attrs.checked === true });
  });
  if (boxes.length === 0) return null;
  const checked = !boxes.every((box) => box.checked);
  for (const { pos } of boxes) tr.setNodeAttribute(pos, "checked", checked);
  return tr;
}

function handleKeyDown(view: EditorView, event: KeyboardEvent): boolean {
  if (
    event.key !== "Enter" ||
    !(event.ctrlKey || event.metaKey) ||
    !view.editable ||
    view.composing
  )
    return false;
  const tr = tickSelected(view.state);
  if (tr) view.dispatch(tr);
  return tr !== null;
}

export const tickBoxes = createExtension(({ editor }) => ({
  key: "fadepad-tick-boxes",
  runsBefore: ["default"],
  prosemirrorPlugins: [
    new Plugin({ props: { handleKeyDown }, view: (view) => watchBoxes(view, editor) }),
  ],
}));
