/** Other people's carets and selections, of those whose place is in view. */
import { Plugin, type EditorState, type Selection } from "prosemirror-state";
import { Decoration, DecorationSet, type DecorationAttrs, type EditorView } from "prosemirror-view";
import type { Awareness } from "y-protocols/awareness";
import * as Y from "yjs";
import { yCursorPluginKey, ySyncPluginKey } from "./keys";
import { toAbsolute } from "./positions";
import { readCaret, saved } from "./selection";
import type { SyncState } from "./sync";

interface User {
  name: string;
  color: string;
}

interface Cursor {
  anchor: unknown;
  head: unknown;
}

export interface CursorOptions {
  awarenessStateFilter?: (own: number, client: number, state: Record<string, unknown>) => boolean;
  cursorBuilder?: (user: User, client: number) => HTMLElement;
  selectionBuilder?: (user: User, client: number) => DecorationAttrs;
  getSelection?: (state: EditorState) => Selection;
}

/** Up to so many people are always drawn. With more, only those near the window are. */
const ALWAYS = 24;
/** How far beyond the window (px) a caret is still drawn, so that it is there when one scrolls. */
const MARGIN_PX = 600;
/** The same in letters, for what is found by place. */
const MARGIN = 2000;
const COLOR = /^#[0-9a-fA-F]{6}$/;

export const defaultSelectionBuilder = ({ color }: User): DecorationAttrs => ({
  style: `background-color: ${color}70`,
  class: "ProseMirror-yjs-selection",
});

export function defaultCursorBuilder({ name, color }: User): HTMLElement {
  const cursor = document.createElement("span");
  cursor.className = "ProseMirror-yjs-cursor";
  cursor.style.borderColor = color;
  const label = document.createElement("div");
  label.style.backgroundColor = color;
  label.textContent = name;
  cursor.append("\u2060", label, "\u2060");
  return cursor;
}

const syncOf = (state: EditorState): SyncState => ySyncPluginKey.getState(state) as SyncState;

/** What people say of themselves may be anything. */
function userOf(state: Record<string, unknown>, client: number): User {
  const user = (state.user ?? {}) as Partial<User>;
  if (user.color === undefined || user.color === null || !COLOR.test(user.color)) user.color = "#ffa500";
  user.name ??= `User: ${client}`;
  return user as User;
}

type Range = { from: number; to: number } | null;

/** The part of the document around the window; `null` where that can't be told, or is not worth it. */
function rangeInView(view: EditorView): Range {
  const { left, top, width, height } = view.dom.getBoundingClientRect();
  const { clientHeight } = document.documentElement;
  if (height <= clientHeight + 2 * MARGIN_PX) return null;
  const x = left + width / 2;
  const at = (y: number) => view.posAtCoords({ left: x, top: y })?.pos;
  const from = top >= -MARGIN_PX ? 0 : at(1);
  const to = top + height <= clientHeight + MARGIN_PX ? view.state.doc.content.size : at(clientHeight - 1);
  return from === undefined || to === undefined ? null : { from, to };
}

class Crowd {
  readonly #awareness: Awareness;
  readonly #options: Required<CursorOptions>;
  readonly #field: string;
  view: EditorView | null = null;
  /** Everybody is drawn, so that edits only move them. */
  complete = true;

  constructor(awareness: Awareness, options: Required<CursorOptions>, field: string) {
    this.#awareness = awareness;
    this.#options = options;
    this.#field = field;
  }

  draw(state: EditorState): DecorationSet {
    const { binding, doc } = syncOf(state);
    if (!binding.mapping.root) return DecorationSet.empty;
    const others = [...this.#awareness.getStates()].filter(
      ([client, each]) => each[this.#field] && this.#options.awarenessStateFilter(this.#awareness.clientID, client, each),
    );
    const seen = others.length > ALWAYS && this.view ? rangeInView(this.view) : null;
    const { size } = state.doc.content;
    this.complete = !seen;
    const decorations = others.flatMap(([client, each]) => {
      const cursor = each[this.#field] as Cursor;
      const [anchor, head] = [cursor.anchor, cursor.head].map((place) => offsetOf(place, binding.mapping, doc));
      if (typeof anchor !== "number" || typeof head !== "number" || Math.max(anchor, head) > size) {
        this.complete = false; // what it stands in has not come yet
        return [];
      }
      const away = seen && (Math.max(anchor, head) < seen.from - MARGIN || Math.min(anchor, head) > seen.to + MARGIN);
      return away ? [] : this.#decorate(userOf(each, client), client, anchor, head);
    });
    return DecorationSet.create(state.doc, decorations);
  }

  #decorate(user: User, client: number, anchor: number, head: number): Decoration[] {
    const { cursorBuilder, selectionBuilder } = this.#options;
    const caret = Decoration.widget(head, () => cursorBuilder(user, client), { key: String(client), side: 10 });
    if (anchor === head) return [caret];
    const range = [Math.min(anchor, head), Math.max(anchor, head)] as const;
    return [caret, Decoration.inline(...range, selectionBuilder(user, client), { inclusiveEnd: true, inclusiveStart: false })];
  }
}

function offsetOf(place: unknown, mapping: SyncState["binding"]["mapping"], doc: Y.Doc): number | null {
  try {
    return toAbsolute(Y.createRelativePositionFromJSON(place), mapping, doc);
  } catch {
    return null;
  }
}

const isSame = (place: unknown, other: Y.RelativePosition): boolean => {
  try {
    return Y.compareRelativePositions(Y.createRelativePositionFromJSON(place), other);
  } catch {
    return false;
  }
};

/** Tells the others where one's own caret is. */
class Own {
  readonly #view: EditorView;
  readonly #awareness: Awareness;
  readonly field: string;
  readonly #selection: (state: EditorState) => Selection;

  constructor(view: EditorView, awareness: Awareness, field: string, selection: (state: EditorState) => Selection) {
    this.#view = view;
    this.#awareness = awareness;
    this.field = field;
    this.#selection = selection;
  }

  readonly tell = (): void => {
    const { binding } = syncOf(this.#view.state);
    const { root } = binding.mapping;
    const said = this.#awareness.getLocalState()?.[this.field] as Cursor | null | undefined;
    if (!root) return;
    if (!this.#view.hasFocus()) {
      if (said && offsetOf(said.anchor, binding.mapping, binding.doc) !== null) this.#awareness.setLocalStateField(this.field, null);
      return;
    }
    const selection = this.#selection(this.#view.state);
    const { anchor, head } = saved(selection, root);
    if (!said || !isSame(said.anchor, anchor) || !isSame(said.head, head)) this.#awareness.setLocalStateField(this.field, { anchor, head });
  };
}

export function yCursorPlugin(awareness: Awareness, options: CursorOptions = {}, field = "cursor"): Plugin<DecorationSet> {
  const filled = {
    awarenessStateFilter: options.awarenessStateFilter ?? ((own: number, client: number) => own !== client),
    cursorBuilder: options.cursorBuilder ?? defaultCursorBuilder,
    selectionBuilder: options.selectionBuilder ?? defaultSelectionBuilder,
    getSelection: options.getSelection ?? ((state: EditorState) => state.selection),
  };
  const crowd = new Crowd(awareness, filled, field);
  return new Plugin<DecorationSet>({
    key: yCursorPluginKey,
    state: {
      init: (_config, state) => crowd.draw(state),
      apply: (tr, drawn, _old, state) => {
        const moved = tr.getMeta(yCursorPluginKey) as { awarenessUpdated?: boolean } | undefined;
        return moved?.awarenessUpdated ? crowd.draw(state) : drawn.map(tr.mapping, tr.doc);
      },
    },
    props: { decorations: (state) => yCursorPluginKey.getState(state) },
    view: (view) => watch(view, awareness, crowd, new Own(view, awareness, field, filled.getSelection)),
  });
}

/** Draws the others anew when they move, once a frame at most, and when one has scrolled. */
function watch(view: EditorView, awareness: Awareness, crowd: Crowd, own: Own) {
  let frame: ReturnType<typeof setTimeout> | undefined;
  const redraw = () => {
    frame ??= setTimeout(() => {
      frame = undefined;
      if (view.isDestroyed) return;
      readCaret(view); // drawing would put back what an arrow key has just moved
      view.dispatch(view.state.tr.setMeta(yCursorPluginKey, { awarenessUpdated: true }).setMeta("addToHistory", false));
    }, 0);
  };
  const moved = (_changes: unknown, origin: unknown) => origin !== "local" && redraw();
  const scrolled = () => awareness.getStates().size > ALWAYS && redraw();
  crowd.view = view;
  awareness.on("change", moved);
  view.dom.addEventListener("focusin", own.tell);
  view.dom.addEventListener("focusout", own.tell);
  window.addEventListener("scroll", scrolled, { capture: true, passive: true });
  return {
    update: (_view: EditorView, before: EditorState) => {
      own.tell();
      if (!crowd.complete && before.doc !== view.state.doc) redraw();
    },
    destroy: () => {
      clearTimeout(frame);
      crowd.view = null;
      awareness.off("change", moved);
      view.dom.removeEventListener("focusin", own.tell);
      view.dom.removeEventListener("focusout", own.tell);
      window.removeEventListener("scroll", scrolled, { capture: true });
      awareness.setLocalStateField(own.field, null);
    },
  };
}
