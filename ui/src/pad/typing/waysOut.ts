/** Ways out of what a caret could be locked in: tables, code, pictures and dividers at either end of the text. */
import { createExtension, type BlockNoteEditor } from "@blocknote/core";
import {
  NodeSelection,
  Plugin,
  Selection,
  TextSelection,
  type EditorState,
  type Transaction,
} from "@tiptap/pm/state";
import { addRowAfter, cellAround, CellSelection, goToNextCell, TableMap } from "@tiptap/pm/tables";
import type { EditorView } from "@tiptap/pm/view";
import { caretInCell } from "./cells";
import {
  endOf,
  hides,
  isBlank,
  kindOf,
  lineAfter,
  lineAtEnd,
  nextPlace,
  placeAt,
  previousPlace,
  putLine,
  selectionIn,
  startOf,
  type Place,
} from "./places";

type Way = (state: EditorState, view: EditorView) => Transaction | null;
type Edge = "top" | "bottom";

/** Whether the caret's cell lies at this edge of its table. */
function atTableEdge({ selection: { $head } }: EditorState, edge: Edge): boolean {
  const $cell = cellAround($head);
  if (!$cell) return false;
  const map = TableMap.get($cell.node(-1));
  const cell = map.findCell($cell.pos - $cell.start(-1));
  return edge === "top" ? cell.top === 0 : cell.bottom === map.height;
}

/** Whether an arrow up or down has nowhere left to go in this block. */
function atEdge(place: Place, state: EditorState, view: EditorView, edge: Edge): boolean {
  const { selection, doc } = state;
  const [from, to] =
    edge === "top" ? [startOf(place), selection.head] : [selection.head, endOf(place)];
  switch (kindOf(place)) {
    case "whole":
      return selection instanceof NodeSelection;
    case "table":
      return (
        selection instanceof TextSelection &&
        selection.empty &&
        atTableEdge(state, edge) &&
        view.endOfTextblock(edge === "top" ? "up" : "down", state)
      );
    case "code":
      return selection.empty && !doc.textBetween(from, to).includes("\n");
    case "words":
      return selection.empty && from === to;
  }
}

/** Whether an arrow to the side has nowhere left to go in this block. */
function atTip(place: Place, { selection }: EditorState, edge: Edge): boolean {
  if (kindOf(place) === "whole") return selection instanceof NodeSelection;
  // a table's words lie three levels deeper: row, cell, paragraph
  const deep = kindOf(place) === "table" ? 3 : 0;
  return (
    selection.empty &&
    selection.head === (edge === "top" ? startOf(place) + deep : endOf(place) - deep)
  );
}

/** Whether an arrow leads out of this block here. */
function isLeaving(
  place: Place,
  state: EditorState,
  view: EditorView,
  edge: Edge,
  sideways: boolean,
): boolean {
  if (sideways) return atTip(place, state, edge);
  if (kindOf(place) !== "words") return atEdge(place, state, view, edge);
  return state.selection.empty && view.endOfTextblock(edge === "top" ? "up" : "down", state);
}

/**
 * Whether the browser goes there by itself, which keeps the column: ProseMirror lets it, unless it finds something to
 * select on the way.
 */
function goesByItself(
  here: Place,
  there: Place,
  { doc, selection }: EditorState,
  edge: Edge,
): boolean {
  if (kindOf(here) !== "words" || kindOf(there) === "whole") return false;
  const { $head } = selection;
  const met =
    edge === "top"
      ? Selection.findFrom(doc.resolve($head.before()), -1)
      : Selection.findFrom(doc.resolve($head.after()), 1);
  return !(met instanceof NodeSelection);
}

/** From the title of a folded toggle to what is below it, and back: the editor would look for a place in what is folded. */
const overFold =
  (edge: Edge, sideways: boolean): Way =>
  (state, view) => {
    const here = placeAt(state.selection.$head);
    if (!here) return null;
    const there = edge === "top" ? previousPlace(view, here) : nextPlace(view, here);
    const title = edge === "top" ? there : here;
    if (!title || !hides(view, title) || !isLeaving(here, state, view, edge, sideways)) return null;
    if (!there) return sideways ? state.tr : lineAtEnd(state.tr);
    if (!sideways && goesByItself(here, there, state, edge)) return null;
    return state.tr
      .setSelection(selectionIn(state.doc, there, edge === "top" ? "below" : "above"))
      .scrollIntoView();
  };

const down: Way = (state, view) => {
  const place = placeAt(state.selection.$head);
  if (!place || nextPlace(view, place) || !atEdge(place, state, view, "bottom")) return null;
  const isLastLine =
    isBlank(place) &&
    place.content.type.name === "paragraph" &&
    state.doc.resolve(place.pos).depth === 1;
  return isLastLine ? null : lineAtEnd(state.tr);
};

const right: Way = (state, view) => {
  const place = placeAt(state.selection.$head);
  if (
    !place ||
    kindOf(place) === "words" ||
    nextPlace(view, place) ||
    !atTip(place, state, "bottom")
  )
    return null;
  return lineAtEnd(state.tr);
};

/** Above the first line is nothing: the caret stays, where a browser would let it go astray in front of a tick box. */
const stayAtStart = ({ tr, doc }: EditorState, place: Place): Transaction =>
  tr.setSelection(TextSelection.create(doc, startOf(place)));

const up: Way = (state, view) => {
  const place = placeAt(state.selection.$head);
  if (!place || previousPlace(view, place)) return null;
  if (kindOf(place) === "words")
    return state.selection.empty && view.endOfTextblock("up", state)
      ? stayAtStart(state, place)
      : null;
  return atEdge(place, state, view, "top") ? putLine(state.tr, place.pos) : null;
};

const left: Way = (state, view) => {
  const place = placeAt(state.selection.$head);
  if (!place || previousPlace(view, place) || !atTip(place, state, "top")) return null;
  return kindOf(place) === "words" ? stayAtStart(state, place) : putLine(state.tr, place.pos);
};

/** Whether one end of the selection lies in a cell in which the other does not. */
function crossesCell({ $from, $to }: Selection): boolean {
  return cellAround($from)?.pos !== cellAround($to)?.pos;
}

/**
 * Enter takes what is selected away, as typing does, and breaks the line there: BlockNote would split the table. In a cell, and with
 * Shift, the break stands within the line.
 */
function breakAcross(view: EditorView, within: boolean): boolean {
  const { selection, schema, tr } = view.state;
  if (!(selection instanceof TextSelection) || !crossesCell(selection)) return false;
  tr.deleteSelection();
  const { $head } = tr.selection;
  const { hardBreak } = schema.nodes;
  const isBroken =
    hardBreak !== undefined &&
    (within || cellAround($head) !== null) &&
    $head.parent.contentMatchAt($head.index()).matchType(hardBreak) !== null;
  if (isBroken) tr.replaceSelectionWith(hardBreak.create());
  view.dispatch(tr.scrollIntoView());
  return isBroken; // elsewhere BlockNote breaks the line
}

/** Enter leaves a selected picture or divider, and a table from its last row, for a line below. */
const enter: Way = (state) => {
  const place = placeAt(state.selection.$head);
  if (!place) return null;
  if (kindOf(place) === "whole")
    return state.selection instanceof NodeSelection ? lineAfter(state.tr, place) : null;
  if (kindOf(place) !== "table") return null;
  const below = cellBelow(state.selection);
  return below === null ? lineAfter(state.tr, place) : caretInCell(state.tr, below);
};

/** The cell under the caret's, or under all that are selected; `null` at the end of the table. BlockNote would select its words. */
function cellBelow(selection: Selection): number | null {
  const $cell = cellAround(selection.$head);
  if (!$cell) return null;
  const start = $cell.start(-1);
  const map = TableMap.get($cell.node(-1));
  const here = map.findCell($cell.pos - start);
  const bottom =
    selection instanceof CellSelection
      ? map.rectBetween(selection.$anchorCell.pos - start, selection.$headCell.pos - start).bottom
      : here.bottom;
  const below = bottom < map.height ? map.map[bottom * map.width + here.left] : undefined;
  return below === undefined ? null : start + below;
}

/** Tab goes from cell to cell, and from the last one into a new row. */
function tab(view: EditorView, back: boolean): boolean {
  const $cell = cellAround(view.state.selection.$head);
  if (!$cell) return false;
  const map = TableMap.get($cell.node(-1));
  const cell = map.findCell($cell.pos - $cell.start(-1));
  if (!back && cell.bottom === map.height && cell.right === map.width)
    addRowAfter(view.state, view.dispatch);
  goToNextCell(back ? -1 : 1)(view.state, (tr) => {
    const $there = cellAround(tr.selection.$to) ?? cellAround(tr.selection.$from);
    view.dispatch($there ? caretInCell(tr, $there.pos) : tr); // BlockNote would select the words there
  });
  return true;
}

/** The very end is below what holds no line of its own, and below what is folded. */
const end: Way = (state, view) => {
  const last = placeAt(state.doc.resolve(state.doc.content.size - 2));
  const deepest = last && lastShown(view, last);
  return deepest && (kindOf(deepest) !== "words" || hides(view, deepest))
    ? lineAtEnd(state.tr)
    : null;
};

function lastShown(view: EditorView, place: Place): Place {
  let last = place;
  for (let next = nextPlace(view, last); next; next = nextPlace(view, last)) last = next;
  return last;
}

/** The very start: browsers find no way past a tick box that stands there, and Firefox goes into it, where words are lost. */
const start =
  (holds: boolean): Way =>
  ({ doc, selection, tr }) => {
    const first = placeAt(doc.resolve(2));
    if (!first || kindOf(first) !== "words" || !(selection instanceof TextSelection)) return null;
    const to = startOf(first);
    return tr
      .setSelection(TextSelection.create(doc, holds ? selection.anchor : to, to))
      .scrollIntoView();
  };

/** The first of two ways that leads on. */
const either =
  (way: Way, other: Way): Way =>
  (state, view) =>
    way(state, view) ?? other(state, view);

const WAYS: Record<string, Way> = {
  ArrowDown: either(overFold("bottom", false), down),
  ArrowRight: either(overFold("bottom", true), right),
  ArrowUp: either(overFold("top", false), up),
  ArrowLeft: either(overFold("top", true), left),
  Enter: enter,
};

/** The end of everything: Ctrl+End, and ⌘↓ on a Mac. */
const isToTheEnd = (event: KeyboardEvent): boolean =>
  (event.key === "End" && event.ctrlKey) || (event.key === "ArrowDown" && event.metaKey);

/** The start of everything: Ctrl+Home, and ⌘↑ on a Mac. */
const isToTheStart = (event: KeyboardEvent): boolean =>
  (event.key === "Home" && event.ctrlKey) || (event.key === "ArrowUp" && event.metaKey);

/** A key that writes something, also one of a phone's keyboard, which does not say which (keyCode 229). */
const isWriting = (event: KeyboardEvent): boolean =>
  event.keyCode === 229 || event.key.length === 1;

/** Also the Tab of Shift+Tab in WebKitGTK, which names only where that key is. */
const isTab = (event: KeyboardEvent): boolean => event.key === "Tab" || event.code === "Tab";

/** In code Shift+Tab takes away what Tab puts in, at the start of the caret's line. True where there was something. */
function outdent({ state, dispatch }: EditorView): boolean {
  const { $head } = state.selection;
  const code = $head.parent.textContent;
  const start = code.lastIndexOf("\n", $head.parentOffset - 1) + 1;
  const spaces = /^(?:\t| {1,2})/.exec(code.slice(start))?.[0].length ?? 0;
  const from = $head.start() + start;
  if (spaces > 0) dispatch(state.tr.delete(from, from + spaces));
  return spaces > 0;
}

/** A line that can be nested no deeper, or no less deep, keeps the key: it leads out of the text only behind Escape. */
function staysAtTab(editor: BlockNoteEditor, view: EditorView, event: KeyboardEvent): boolean {
  if (!isTab(event) || event.ctrlKey || event.altKey || event.metaKey) return false;
  const place = placeAt(view.state.selection.$head);
  if (place && kindOf(place) === "code" && (!event.shiftKey || outdent(view)))
    return event.shiftKey;
  return event.shiftKey ? !editor.canUnnestBlock() : !editor.canNestBlock();
}

/** A picture or divider that Tab nests stays selected; BlockNote lets go of it, and what is typed next vanishes. */
function nestWhole(view: EditorView, editor: BlockNoteEditor, event: KeyboardEvent): boolean {
  const { selection } = view.state;
  if (!isTab(event) || !(selection instanceof NodeSelection)) return false;
  if (event.shiftKey) editor.unnestBlock();
  else editor.nestBlock();
  const { doc, tr } = view.state;
  doc.descendants((node, pos) => {
    if (node === selection.node) tr.setSelection(NodeSelection.create(doc, pos));
  });
  view.dispatch(tr);
  return true;
}

function handleKeyDown(view: EditorView, event: KeyboardEvent): boolean {
  if (event.altKey) return false;
  if (isTab(event) && !event.ctrlKey) return tab(view, event.shiftKey);
  if (isToTheStart(event)) return go(view, start(event.shiftKey)(view.state, view));
  const isEnter = event.key === "Enter" && !event.ctrlKey && !event.metaKey;
  if (isEnter && breakAcross(view, event.shiftKey)) return true;
  if (event.shiftKey) return false;
  if (isToTheEnd(event)) return go(view, end(view.state, view));
  if (event.ctrlKey || event.metaKey) return false;
  const way = Object.hasOwn(WAYS, event.key) ? WAYS[event.key] : undefined;
  return way ? go(view, way(view.state, view)) : false;
}

function go(view: EditorView, tr: Transaction | null): boolean {
  if (tr) view.dispatch(tr);
  return tr !== null;
}

/** What is typed while a picture or a divider is selected would be thrown away: it goes into a line below. */
function writeBelow(view: EditorView, event: KeyboardEvent): void {
  const { selection, tr } = view.state;
  if (!(selection instanceof NodeSelection) || !isWriting(event) || event.ctrlKey || event.metaKey)
    return;
  const place = placeAt(selection.$from);
  if (place && kindOf(place) === "whole") view.dispatch(lineAfter(tr, place));
}

export const waysOut = createExtension(({ editor }) => ({
  key: "fadepad-ways-out",
  runsBefore: ["default"],
  prosemirrorPlugins: [
    new Plugin({
      props: {
        handleKeyDown: (view, event) => {
          if (!view.editable || view.composing) return false;
          if (
            nestWhole(view, editor, event) ||
            handleKeyDown(view, event) ||
            staysAtTab(editor, view, event)
          )
            return true;
          writeBelow(view, event);
          return false;
        },
      },
    }),
  ],
}));
