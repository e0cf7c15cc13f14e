/** What can be done with the row and the column that the caret is in. The caret goes with it, into the cell that it is about. */
import type { BlockNoteEditor } from "@blocknote/core";
import { Selection, type Command, type EditorState, type Transaction } from "@tiptap/pm/state";
import {
  addColumnAfter,
  addColumnBefore,
  addRowAfter,
  addRowBefore,
  deleteColumn,
  deleteRow,
  isInTable,
  moveTableColumn,
  moveTableRow,
  selectedRect,
  TableMap,
  toggleHeader,
} from "@tiptap/pm/tables";

export type Line = "row" | "column";
export type Side = "before" | "after";

const ADD: Record<Line, Record<Side, Command>> = {
  row: { before: addRowBefore, after: addRowAfter },
  column: { before: addColumnBefore, after: addColumnAfter },
};
const MOVE = { row: moveTableRow, column: moveTableColumn };
const REMOVE: Record<Line, Command> = { row: deleteRow, column: deleteColumn };

export const inTable = (editor: BlockNoteEditor): boolean => isInTable(editor.prosemirrorState);

/** Which of the table's rows or columns are selected, from the first to behind the last, and where across them the caret is. */
function spanOf(state: EditorState, line: Line) {
  const { top, bottom, left, right, map } = selectedRect(state);
  return line === "row"
    ? { from: top, to: bottom, count: map.height, across: left }
    : { from: left, to: right, count: map.width, across: top };
}

/** Whether the first row or column names what stands below or beside it. */
function isHeaded(state: EditorState, line: Line): boolean {
  const { map, table } = selectedRect(state);
  const first =
    line === "row"
      ? { left: 0, top: 0, right: map.width, bottom: 1 }
      : { left: 0, top: 0, right: 1, bottom: map.height };
  return map
    .cellsInRect(first)
    .every((cell) => table.nodeAt(cell)?.type.spec.tableRole === "header_cell");
}

export const hasHeader = (editor: BlockNoteEditor, line: Line): boolean =>
  isHeaded(editor.prosemirrorState, line);

/** Puts the caret behind the words in this row or column of the table that begins there. */
function enter(
  tr: Transaction,
  tableStart: number,
  line: Line,
  at: number,
  across: number,
): Transaction {
  const table = tr.doc.nodeAt(tableStart - 1);
  if (!table) return tr;
  const map = TableMap.get(table);
  const [row, column] = line === "row" ? [at, across] : [across, at];
  const cell =
    map.map[Math.min(row, map.height - 1) * map.width + Math.min(column, map.width - 1)] ?? 0;
  const end = tableStart + cell + (table.nodeAt(cell)?.nodeSize ?? 2) - 1;
  return tr.setSelection(Selection.near(tr.doc.resolve(end), -1)).scrollIntoView();
}

/** Does this to the table, and goes on in the row or column `at`. */
function act(
  { prosemirrorView: view }: BlockNoteEditor,
  command: Command,
  line: Line,
  at: number,
): void {
  const { tableStart } = selectedRect(view.state);
  const { across } = spanOf(view.state, line);
  command(view.state, (tr) => view.dispatch(enter(tr, tableStart, line, at, across)));
  view.focus();
}

/** Nothing goes before the header, which would stand in the middle then. */
export function canAdd(
  { prosemirrorState: state }: BlockNoteEditor,
  line: Line,
  side: Side,
): boolean {
  return side === "after" || spanOf(state, line).from > 0 || !isHeaded(state, line);
}

export function add(editor: BlockNoteEditor, line: Line, side: Side): void {
  const { from, to } = spanOf(editor.prosemirrorState, line);
  act(editor, ADD[line][side], line, side === "before" ? from : to);
}

function moveTo(state: EditorState, line: Line, side: Side): { command: Command; to: number } {
  const { from } = spanOf(state, line);
  const to = side === "before" ? from - 1 : from + 1;
  return { command: MOVE[line]({ from, to, select: false }), to };
}

/** One at a time, and the header stays where it is. */
export function canMove(
  { prosemirrorState: state }: BlockNoteEditor,
  line: Line,
  side: Side,
): boolean {
  const { from, to: end, count } = spanOf(state, line);
  const { command, to } = moveTo(state, line, side);
  const first = isHeaded(state, line) ? 1 : 0;
  return end - from === 1 && from >= first && to >= first && to < count && command(state);
}

export function move(editor: BlockNoteEditor, line: Line, side: Side): void {
  const { command, to } = moveTo(editor.prosemirrorState, line, side);
  act(editor, command, line, to);
}

/** A table without rows is none: it goes by its own menu. */
export function canRemove({ prosemirrorState: state }: BlockNoteEditor, line: Line): boolean {
  const { from, to, count } = spanOf(state, line);
  return to - from < count;
}

export const remove = (editor: BlockNoteEditor, line: Line): void =>
  act(editor, REMOVE[line], line, spanOf(editor.prosemirrorState, line).from);

export const toggleHead = (editor: BlockNoteEditor, line: Line): void =>
  act(editor, toggleHeader(line), line, spanOf(editor.prosemirrorState, line).from);
