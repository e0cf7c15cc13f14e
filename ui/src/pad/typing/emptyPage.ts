/**
 * A click or tap anywhere in the empty page: below the text it puts the caret into a last empty line, beside it into the
 * line at that height.
 */
import { createExtension } from "@blocknote/core";
import { Plugin, Selection, type Transaction } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";
import { lineAtEnd, placeAt, selectionIn } from "./places";

/** A pointer that moved farther than this (px) while it was down has selected something. */
const STILL_PX = 4;

/** What lies around the text is the page; menus, bars and sheets lie beside it or over it. */
const isPage = (target: EventTarget | null, view: EditorView): boolean =>
  target instanceof Node && target.contains(view.dom);

interface Point {
  x: number;
  y: number;
}

/** What one sees as lines: of words, of code, of a cell, and blocks that have none. */
const LINES =
  ".bn-inline-content, :is(td, th) > p, .bn-block-content:not(:has(.bn-inline-content, td, th))";

const apart = (at: number, from: number, to: number): number => Math.max(from - at, 0, at - to);
const within = (at: number, from: number, to: number): number =>
  Math.min(Math.max(at, from + 1), to - 1);

/** The line nearest to a point: at its height first, then, of the cells of a row, the one at that side. What is folded has no size. */
function lineNear({ x, y }: Point, view: EditorView): { line: Element; box: DOMRect } | null {
  let near: { line: Element; box: DOMRect; by: [number, number] } | null = null;
  for (const line of view.dom.querySelectorAll(LINES)) {
    const box = line.getBoundingClientRect();
    if (box.height === 0) continue;
    const by: [number, number] = [apart(y, box.top, box.bottom), apart(x, box.left, box.right)];
    if (!near || by[0] < near.by[0] || (by[0] === near.by[0] && by[1] < near.by[1]))
      near = { line, box, by };
  }
  return near;
}

/** Puts the caret into the line at a point beside the text, at the end of it that lies there. */
function beside(point: Point, view: EditorView): Transaction | null {
  const { tr, doc } = view.state;
  const near = lineNear(point, view);
  if (!near) return null;
  const { line, box } = near;
  if (line.matches(".bn-block-content")) {
    const place = placeAt(doc.resolve(view.posAtDOM(line, 0)));
    return place && tr.setSelection(selectionIn(doc, place, "above"));
  }
  const at = view.posAtCoords({
    left: within(point.x, box.left, box.right),
    top: within(point.y, box.top, box.bottom),
  });
  const $line = doc.resolve(view.posAtDOM(line, 0));
  const [start, end] = [$line.start(), $line.end()];
  const isInside = at !== null && at.pos >= start && at.pos <= end;
  const tip = point.x < (box.left + box.right) / 2 ? start : end; // of what is scrolled out of sight
  return tr.setSelection(Selection.near(doc.resolve(isInside ? at.pos : tip)));
}

function watchPage(view: EditorView): { destroy: () => void } {
  const page = view.dom.ownerDocument;
  const watched = new AbortController();
  let down = { x: NaN, y: NaN };
  const press = ({ clientX: x, clientY: y }: MouseEvent): void => {
    down = { x, y };
  };
  const click = ({ target, button, clientX, clientY }: MouseEvent): void => {
    const still = Math.abs(clientX - down.x) <= STILL_PX && Math.abs(clientY - down.y) <= STILL_PX;
    const bottom = view.dom.firstElementChild?.getBoundingClientRect().bottom ?? 0;
    if (!view.editable || button !== 0 || !still || !isPage(target, view)) return;
    const tr =
      clientY > bottom
        ? lineAtEnd(view.state.tr)
        : target === view.dom
          ? null
          : beside({ x: clientX, y: clientY }, view);
    if (!tr) return;
    view.dispatch(tr);
    view.focus();
  };
  page.addEventListener("mousedown", press, { capture: true, signal: watched.signal });
  page.addEventListener("click", click, { signal: watched.signal });
  return { destroy: () => watched.abort() };
}

export const emptyPage = createExtension({
  key: "fadepad-empty-page",
  prosemirrorPlugins: [new Plugin({ view: watchPage })],
});
