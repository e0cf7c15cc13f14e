/** Tick boxes: a tick finds its block by where it stands, and Ctrl+Enter (⌘ on a Mac) ticks the lines that one is in. */
import { createExtension } from "@blocknote/core";
import { Plugin, type EditorState, type Transaction } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";

const BOX = "checkListItem";

/** Listens before BlockNote does, which looks for the block by its id: of two with one id it would tick the first. */
function watchBoxes(view: EditorView): { destroy: () => void } {
  const tick = (event: Event): void => {
    const box = event.target;
    if (!(box instanceof HTMLInputElement) || box.type !== "checkbox") return;
    const words = box.closest(`[data-content-type="${BOX}"]`)?.querySelector(".bn-inline-content");
    if (!words || !view.editable) return;
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

export const tickBoxes = createExtension({
  key: "fadepad-tick-boxes",
  runsBefore: ["default"],
  prosemirrorPlugins: [new Plugin({ props: { handleKeyDown }, view: watchBoxes })],
});
