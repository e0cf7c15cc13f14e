/** A click or tap anywhere in the empty page below the text puts the caret into a last empty line. */
import { createExtension } from "@blocknote/core";
import { Plugin } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";
import { lineAtEnd } from "./places";

/** A pointer that moved farther than this (px) while it was down has selected something. */
const STILL_PX = 4;

/** What lies around the text is the page; menus, bars and sheets lie beside it or over it. */
const isPage = (target: EventTarget | null, view: EditorView): boolean => target instanceof Node && target.contains(view.dom);

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
    if (!view.editable || button !== 0 || !still || clientY <= bottom || !isPage(target, view)) return;
    view.dispatch(lineAtEnd(view.state.tr));
    view.focus();
  };
  page.addEventListener("mousedown", press, { capture: true, signal: watched.signal });
  page.addEventListener("click", click, { signal: watched.signal });
  return { destroy: () => watched.abort() };
}

export const emptyPage = createExtension({ key: "fadepad-empty-page", prosemirrorPlugins: [new Plugin({ view: watchPage })] });
