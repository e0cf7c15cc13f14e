/** Where the caret goes once cells of a table have been pasted or cut: into one cell, so that what is typed next adds to it. */
import { createExtension } from "@blocknote/core";
import type { Slice } from "@tiptap/pm/model";
import { Plugin, Selection, type Transaction } from "@tiptap/pm/state";
import { CellSelection, handlePaste } from "@tiptap/pm/tables";
import type { EditorView } from "@tiptap/pm/view";

/** At the end of the words of the cell that begins here. */
export function caretInCell(tr: Transaction, pos: number): Transaction {
  const cell = tr.doc.nodeAt(pos);
  return tr
    .setSelection(Selection.near(tr.doc.resolve(pos + (cell?.nodeSize ?? 1) - 1), -1))
    .scrollIntoView();
}

/** The first of the selected cells, or the last, as they are read. */
function cellOf(selection: CellSelection, which: "first" | "last"): number {
  const { $anchorCell, $headCell } = selection;
  const all: number[] = [];
  selection.forEachCell((_cell, pos) => all.push(pos));
  return (which === "first" ? all[0] : all.at(-1)) ?? $anchorCell.min($headCell).pos;
}

/** ProseMirror leaves all cells selected that it has pasted, and the next letter would empty them. */
function pasteCells(view: EditorView, event: ClipboardEvent, slice: Slice): boolean {
  const dispatch = (tr: Transaction): void => {
    const { selection } = tr;
    view.dispatch(
      selection instanceof CellSelection ? caretInCell(tr, cellOf(selection, "last")) : tr,
    );
  };
  return handlePaste({ state: view.state, dispatch } as unknown as EditorView, event, slice);
}

/** ProseMirror leaves the caret in the last cell of a cut, and what is pasted straight back would stand beside its place. */
function afterCut(view: EditorView): boolean {
  const { selection } = view.state;
  if (!(selection instanceof CellSelection) || !view.editable) return false;
  const first = cellOf(selection, "first");
  const comeBack = (): void => {
    if (!view.isDestroyed && !(view.state.selection instanceof CellSelection))
      view.dispatch(caretInCell(view.state.tr, first));
  };
  // BlockNote cuts after this, and the event goes on to the document
  view.dom.ownerDocument.addEventListener("cut", comeBack, { once: true });
  return false;
}

export const cells = createExtension({
  key: "fadepad-cells",
  runsBefore: ["default"],
  prosemirrorPlugins: [
    new Plugin({ props: { handlePaste: pasteCells, handleDOMEvents: { cut: afterCut } } }),
  ],
});
