/** Other people's carets and selections, of those whose place is in view. */
import { Plugin, type EditorState, type Selection, type Transaction } from "prosemirror-state";
import { Decoration, DecorationSet, type DecorationAttrs, type EditorView } from "prosemirror-view";
import type { Awareness } from "y-protocols/awareness";
import * as Y from "yjs";
import { SETTLE_MS } from "./composing";
import { yCursorPluginKey, ySyncPluginKey } from "./keys";
import { toAbsolute } from "./positions";
import { readCaret, told } from "./selection";
import type { SyncState } from "./sync";

interface User {
  name: string;
  color: string;
  client: number;
}

interface Cursor {
  anchor: unknown;
  head: unknown;
}

interface CursorOptions {
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
function userOf({ user }: Record<string, unknown>, client: number): User {
  const said = Object(user) as Record<string, unknown>;
  const name = typeof said.name === "string" ? said.name : `User: ${client}`;
  const color = typeof said.color === "string" && COLOR.test(said.color) ? said.color : "#ffa500";
  return { ...said, name, color, client };
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
  const to =
    top + height <= clientHeight + MARGIN_PX ? view.state.doc.content.size : at(clientHeight - 1);
  return from === undefined || to === undefined ? null : { from, to };
}

/** A place, and on which side of what is typed there it stays: before it (-1), or behind it. */
interface End {
  pos: number;
  assoc: number;
}

function endOf(place: unknown, { binding, doc }: SyncState): End | null {
  try {
    const relative = Y.createRelativePositionFromJSON(place);
    const pos = toAbsolute(relative, binding.mapping, doc);
    return pos === null ? null : { pos, assoc: relative.assoc < 0 ? -1 : 1 };
  } catch {
    return null;
  }
}

interface Drawn {
  /** Whose it is. */
  client: number;
}

interface CaretSpec extends Drawn {
  key: string;
  side: number;
  assoc: number;
  build: () => HTMLElement;
}

const caretAt = (pos: number, spec: CaretSpec): Decoration =>
  Decoration.widget(pos, spec.build, spec);

const caretsIn = (drawn: DecorationSet): Decoration[] =>
  drawn.find(undefined, undefined, (spec) => spec.assoc !== undefined);

/** Where those of the others stand that are drawn. */
export const caretsOf = (state: EditorState): number[] =>
  caretsIn(yCursorPluginKey.getState(state) ?? DecorationSet.empty).map(({ from }) => from);

/** Whether something drawn touches a line. */
const touches = ({ from, to }: Decoration, line: { from: number; to: number }): boolean =>
  from <= line.to && to >= line.from;

/**
 * What may be drawn while an input method composes: in its line all stays as it is, and what is new there comes when the word is
 * done. A caret that comes into the text of a word, or goes out of it, breaks that text in two, and the keyboard loses its word: the
 * page then has some letters twice.
 */
function aroundComposed(
  { selection, doc }: EditorState,
  drawn: DecorationSet,
  fresh: DecorationSet,
) {
  const { $head } = selection;
  const line = { from: $head.start(), to: $head.end() };
  const kept = drawn.find(line.from, line.to);
  const whose = new Set(kept.map(({ spec }) => (spec as Drawn).client));
  const elsewhere = fresh
    .find()
    .filter((each) => !touches(each, line) && !whose.has((each.spec as Drawn).client));
  return DecorationSet.create(doc, [...kept, ...elsewhere]);
}

/** Moves what is drawn with an edit. ProseMirror would take a caret along with what is typed at it, and away with the letter behind it. */
function moved(drawn: DecorationSet, { mapping, doc }: Transaction): DecorationSet {
  const strays = caretsIn(drawn).filter(({ from, spec: { assoc } }) => {
    const { pos, deleted } = mapping.mapResult(from, 1);
    return deleted || pos !== mapping.map(from, assoc);
  });
  if (strays.length === 0) return drawn.map(mapping, doc);
  const back = strays.map(({ from, spec }) => caretAt(mapping.map(from, spec.assoc), spec));
  return drawn
    .remove(strays)
    .map(mapping, doc)
    .add(
      doc,
      back.filter(({ from }) => doc.resolve(from).parent.inlineContent),
    );
}

class Crowd {
  /** Somebody's place has not come yet, or not all are drawn: an edit of others may bring them. */
  isLacking = false;
  readonly #awareness: Awareness;
  readonly #options: Required<CursorOptions>;
  readonly #field: string;

  constructor(awareness: Awareness, options: Required<CursorOptions>, field: string) {
    this.#awareness = awareness;
    this.#options = options;
    this.#field = field;
  }

  /** Those who tell of a place, wherever that may be. */
  get others(): [number, Record<string, unknown>][] {
    return [...this.#awareness.getStates()].filter(
      ([client, each]) =>
        each[this.#field] &&
        this.#options.awarenessStateFilter(this.#awareness.clientID, client, each),
    );
  }

  /** Draws those whose place has come yet, and of many those near the window. */
  draw(view: EditorView): DecorationSet {
    const { doc } = view.state;
    const sync = syncOf(view.state);
    const { others } = this;
    this.isLacking = others.length > ALWAYS || !sync.binding.mapping.root;
    if (!sync.binding.mapping.root || others.length === 0) return DecorationSet.empty;
    const seen = others.length > ALWAYS ? rangeInView(view) : null;
    const decorations = others.flatMap(([client, each]) => {
      const cursor = each[this.#field] as Cursor;
      const [anchor, head] = [endOf(cursor.anchor, sync), endOf(cursor.head, sync)];
      if (!anchor || !head) {
        this.isLacking = true;
        return [];
      }
      const [from, to] = anchor.pos < head.pos ? [anchor, head] : [head, anchor];
      const isAway = seen && (to.pos < seen.from - MARGIN || from.pos > seen.to + MARGIN);
      return isAway || to.pos > doc.content.size
        ? []
        : this.#decorate(userOf(each, client), head, from, to);
    });
    return DecorationSet.create(doc, decorations);
  }

  #decorate(user: User, head: End, from: End, to: End): Decoration[] {
    const { cursorBuilder, selectionBuilder } = this.#options;
    const { client } = user;
    const caret = caretAt(head.pos, {
      key: String(client),
      client,
      side: 10,
      assoc: head.assoc,
      build: () => cursorBuilder(user, client),
    });
    if (from.pos === to.pos) return [caret];
    const spec = { client, inclusiveStart: from.assoc < 0, inclusiveEnd: to.assoc > 0 };
    return [caret, Decoration.inline(from.pos, to.pos, selectionBuilder(user, client), spec)];
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

  constructor(
    view: EditorView,
    awareness: Awareness,
    field: string,
    selection: (state: EditorState) => Selection,
  ) {
    this.#view = view;
    this.#awareness = awareness;
    this.field = field;
    this.#selection = selection;
  }

  /** Says something only where what was said has come to mean another place. */
  readonly tell = (): void => {
    const sync = syncOf(this.#view.state);
    const { root } = sync.binding.mapping;
    const said = this.#awareness.getLocalState()?.[this.field] as Cursor | null | undefined;
    if (!root) return;
    if (!this.#view.hasFocus()) {
      if (said && endOf(said.anchor, sync)) this.#awareness.setLocalStateField(this.field, null);
      return;
    }
    const selection = this.#selection(this.#view.state);
    const now = told(selection, root);
    const isSaid = (end: "anchor" | "head") =>
      said && (endOf(said[end], sync)?.pos === selection[end] || isSame(said[end], now[end]));
    if (!isSaid("anchor") || !isSaid("head")) this.#awareness.setLocalStateField(this.field, now);
  };
}

export function yCursorPlugin(
  awareness: Awareness,
  options: CursorOptions = {},
  field = "cursor",
): Plugin<DecorationSet> {
  const filled = {
    awarenessStateFilter:
      options.awarenessStateFilter ?? ((own: number, client: number) => own !== client),
    cursorBuilder: options.cursorBuilder ?? defaultCursorBuilder,
    selectionBuilder: options.selectionBuilder ?? defaultSelectionBuilder,
    getSelection: options.getSelection ?? ((state: EditorState) => state.selection),
  };
  const crowd = new Crowd(awareness, filled, field);
  return new Plugin<DecorationSet>({
    key: yCursorPluginKey,
    state: {
      init: () => DecorationSet.empty,
      apply: (tr, drawn) =>
        (tr.getMeta(yCursorPluginKey) as DecorationSet | undefined) ?? moved(drawn, tr),
    },
    props: { decorations: (state) => yCursorPluginKey.getState(state) },
    view: (view) =>
      watch(view, awareness, crowd, new Own(view, awareness, field, filled.getSelection)),
  });
}

/** No more often than a screen shows a frame (ms). */
const FRAME_MS = 16;

/**
 * Draws the others anew, once a frame at most: at the beginning, when they move, when one has scrolled, and after edits as
 * long as not all are drawn.
 */
function watch(view: EditorView, awareness: Awareness, crowd: Crowd, own: Own) {
  let frame: number | undefined;
  let isSoon = false;
  let lastDrawn = -Infinity;
  const drawn = () => yCursorPluginKey.getState(view.state) ?? DecorationSet.empty;
  const draw = () => {
    if (frame !== undefined) cancelAnimationFrame(frame);
    [frame, isSoon, lastDrawn] = [undefined, false, performance.now()];
    if (view.isDestroyed) return;
    readCaret(view); // drawing would put back what an arrow key has just moved
    const all = crowd.draw(view);
    const fresh = view.composing ? aroundComposed(view.state, drawn(), all) : all;
    if (fresh !== drawn())
      view.dispatch(view.state.tr.setMeta(yCursorPluginKey, fresh).setMeta("addToHistory", false));
  };
  const redraw = () => void (frame ??= requestAnimationFrame(draw));
  // Behind what came in together and before its frame: drawn in the frame, a browser would lay out the page for the words, and
  // once more for the carets.
  const moves = () => {
    if (isSoon) return;
    isSoon = performance.now() - lastDrawn >= FRAME_MS;
    if (isSoon) queueMicrotask(draw);
    else redraw();
  };
  const changed = (_changes: unknown, origin: unknown) => origin !== "local" && moves();
  const scrolled = () => awareness.getStates().size > ALWAYS && redraw();
  // once the editor has read what was composed
  const composed = () => void setTimeout(redraw, SETTLE_MS);
  awareness.on("change", changed);
  view.dom.addEventListener("compositionend", composed);
  view.dom.addEventListener("focusin", own.tell);
  view.dom.addEventListener("focusout", own.tell);
  window.addEventListener("scroll", scrolled, { capture: true, passive: true });
  redraw();
  return {
    update: (_view: EditorView, before: EditorState) => {
      own.tell();
      if (before.doc === view.state.doc) return;
      // one's own key brings nobody's place
      if (crowd.isLacking && syncOf(view.state).isChangeOrigin) redraw();
    },
    destroy: () => {
      if (frame !== undefined) cancelAnimationFrame(frame);
      awareness.off("change", changed);
      view.dom.removeEventListener("compositionend", composed);
      view.dom.removeEventListener("focusin", own.tell);
      view.dom.removeEventListener("focusout", own.tell);
      window.removeEventListener("scroll", scrolled, { capture: true });
      awareness.setLocalStateField(own.field, null);
    },
  };
}
