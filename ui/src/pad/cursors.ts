/** Other people's cursors: a caret with a name that shows while its owner is active, and follows renames at once. */
import type { Awareness } from "y-protocols/awareness";
import type { Transaction } from "yjs";
import { namesOf, onPeople, type Presence } from "../people/presence";
import { t } from "../strings";
import { arranged, type Label } from "./cursorLabels";
import { NearWords } from "./nearWords";

/** A name stays beside its cursor this long (ms) after its owner's last letter or move, then only the caret is left. */
const NAME_STAYS_MS = 5000;

/** Over words that others read it stays this long (ms). */
const COVERING_STAYS_MS = 1500;

type Timer = ReturnType<typeof setTimeout> | undefined;

interface Cursor {
  caret: HTMLElement;
  color: string;
  label: HTMLElement;
  timer: Timer;
  passing: Timer;
}

/** A caret and its name, measured. */
function labelOf({ caret, label }: Cursor, words: NearWords): Label {
  const { left: x, top, bottom } = caret.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = label;
  // what is wider than these is cut off at their edges
  const frame = caret.closest("table")?.parentElement ?? caret.closest("pre");
  const edges = frame?.getBoundingClientRect();
  const { clientWidth } = document.documentElement;
  return {
    caret: { x, top, bottom },
    width,
    height,
    from: Math.max(0, edges?.left ?? 0),
    to: Math.min(clientWidth, edges?.right ?? clientWidth),
    isCutAbove: edges !== undefined && top - height < edges.top,
    words: words.around(caret, width, height),
  };
}

/** Puts the names that show beside their carets. All are measured before the first is moved, so that the page is laid out once. */
function arrange(cursors: readonly Cursor[]): void {
  const words = new NearWords();
  const labels = cursors.map((cursor) => labelOf(cursor, words));
  arranged(labels).forEach((place, i) => {
    const cursor = cursors[i] as Cursor;
    const { label } = cursor;
    const { width } = labels[i] as Label;
    label.toggleAttribute("data-crowded", place === null);
    if (place && label.dataset.where !== place.where) label.dataset.where = place.where;
    label.toggleAttribute("data-flip", place !== null && place.move <= 2 - width);
    const translate = place?.move ? `${place.move}px` : "";
    if (label.style.translate !== translate) label.style.translate = translate;
    pass(cursor, place?.covers ?? false);
  });
}

/** A name that has no place but over words goes soon, and does not come back with each letter. */
function pass(cursor: Cursor, covers: boolean): void {
  if (covers === (cursor.passing !== undefined)) return;
  clearTimeout(cursor.passing);
  cursor.passing = undefined;
  delete cursor.label.dataset.passed;
  if (covers)
    cursor.passing = setTimeout(() => (cursor.label.dataset.passed = ""), COVERING_STAYS_MS);
}

/** Where it is another colour: a browser styles what is coloured anew each time, and people tell where they are with each move. */
function paint(cursor: Cursor, color: string): void {
  if (color === cursor.color) return;
  cursor.color = color;
  cursor.caret.style.setProperty("--person", color);
}

function still(cursor: Cursor | undefined): void {
  clearTimeout(cursor?.timer);
  clearTimeout(cursor?.passing);
}

/** BlockNote builds a cursor once and keeps it; this class keeps what was built up to date. */
export class Cursors {
  readonly #built = new Map<number, Cursor>();
  readonly #awareness: Awareness;
  readonly #deaf: () => void;
  #arranging = false;
  /** How wide the text is that they stand in. */
  #width = 0;
  readonly #sized = new ResizeObserver(([text]) => {
    const width = text?.contentRect.width ?? 0;
    if (width !== this.#width) this.#arrange(); // its height changes with each line
    this.#width = width;
  });

  constructor(awareness: Awareness) {
    this.#awareness = awareness;
    awareness.on("change", this.#changed);
    this.#deaf = onPeople(awareness, () => this.#name());
    awareness.doc.on("afterTransaction", this.#wrote);
  }

  /** For BlockNote's `renderCursor`, which gets the user as the binding gives it. */
  readonly render = (user: { color: string; client?: unknown }): HTMLElement => {
    const base = document.createElement("span");
    base.className = "cursor";
    base.dataset.client = String(user.client);
    const caret = document.createElement("span");
    caret.className = "cursor-caret";
    caret.contentEditable = "false";
    const label = document.createElement("span");
    label.className = "cursor-name";
    label.dir = "auto"; // its own: a name at the start of a line must not turn the line around
    caret.append(label);
    base.append("\u2060", caret, "\u2060"); // word joiners: the caret must not open a place to break the line
    const cursor: Cursor = { caret, label, color: "", timer: undefined, passing: undefined };
    this.#built.set(user.client as number, cursor);
    paint(cursor, user.color);
    this.#name();
    this.#wake(cursor);
    return base;
  };

  /** Names follow from who else is here: "Anna 2" is Anna when the other Anna has left. */
  #name(): void {
    const states = this.#awareness.getStates();
    const nameOf = namesOf(states, this.#awareness.clientID);
    for (const [client, { label }] of this.#built) {
      if (!states.has(client)) continue; // gone, and drawn until the next frame
      const name = nameOf(client) || t.people.nameless;
      if (label.textContent !== name) label.textContent = name;
    }
  }

  #wake(cursor: Cursor): void {
    if (cursor.caret.dataset.active === undefined) cursor.caret.dataset.active = "";
    clearTimeout(cursor.timer);
    cursor.timer = setTimeout(() => {
      delete cursor.caret.dataset.active;
      pass(cursor, false);
    }, NAME_STAYS_MS);
    this.#arrange();
  }

  #arrange(): void {
    if (this.#arranging) return;
    this.#arranging = true;
    const [first] = this.#built.values();
    const text = first?.caret.closest(".bn-editor");
    if (text) this.#sized.observe(text);
    // the carets themselves are moved in a frame that may not be asked for yet
    setTimeout(() =>
      requestAnimationFrame(() => {
        this.#arranging = false;
        arrange(
          [...this.#built.values()].filter(
            ({ caret }) => caret.isConnected && caret.dataset.active !== undefined,
          ),
        );
      }),
    );
  }

  readonly #changed = ({ updated, removed }: { updated: number[]; removed: number[] }): void => {
    for (const client of updated) {
      const cursor = this.#built.get(client);
      const user = this.#awareness.getStates().get(client)?.user as Presence | undefined;
      if (!cursor || !user) continue;
      paint(cursor, user.color);
      this.#wake(cursor);
    }
    for (const client of removed) still(this.#built.get(client));
  };

  /** Typing moves a caret, and is not told: the letters themselves say whose they are. */
  readonly #wrote = ({ beforeState, afterState }: Transaction): void => {
    for (const [client, cursor] of this.#built)
      if ((afterState.get(client) ?? 0) > (beforeState.get(client) ?? 0)) this.#wake(cursor);
  };

  dispose(): void {
    this.#awareness.off("change", this.#changed);
    this.#sized.disconnect();
    this.#deaf();
    this.#awareness.doc.off("afterTransaction", this.#wrote);
    for (const cursor of this.#built.values()) still(cursor);
  }
}
