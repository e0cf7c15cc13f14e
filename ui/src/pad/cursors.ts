/** Other people's cursors: a caret with a name that shows while its owner is active, and follows renames at once. */
import type { Awareness } from "y-protocols/awareness";
import type { Presence } from "../people/presence";
import { t } from "../strings";

/** A name stays beside its cursor this long (ms) after the last move, then only the caret is left. */
const NAME_STAYS_MS = 5000;
/** A name keeps so far (px) from both edges: near the right one it is turned to the left of its caret, where there is no room either it is moved. */
const EDGE_PX = 8;

interface Cursor {
  caret: HTMLElement;
  label: HTMLElement;
  timer: ReturnType<typeof setTimeout> | undefined;
}

/** Puts the name beside its caret so that all of it is to be seen. */
function place({ caret, label }: Cursor): void {
  const { left } = caret.getBoundingClientRect();
  const width = label.offsetWidth;
  const flip = left + width + EDGE_PX > document.documentElement.clientWidth;
  label.toggleAttribute("data-flip", flip);
  label.style.marginRight = flip ? `${Math.min(0, left - width - EDGE_PX)}px` : "";
}

/** BlockNote builds a cursor once and keeps it; this class keeps what was built up to date. */
export class Cursors {
  readonly #built = new Map<number, Cursor>();
  readonly #awareness: Awareness;

  constructor(awareness: Awareness) {
    this.#awareness = awareness;
    awareness.on("change", this.#changed);
  }

  /** For BlockNote's `renderCursor`. It does not say whose cursor it wants, so the state that holds this very object tells. */
  readonly render = (user: object): HTMLElement => {
    const client = [...this.#awareness.getStates()].find(([, state]) => state.user === user)?.[0] ?? -1;
    const base = document.createElement("span");
    base.className = "cursor";
    const caret = document.createElement("span");
    caret.className = "cursor-caret";
    caret.contentEditable = "false";
    const label = document.createElement("span");
    label.className = "cursor-name";
    label.dir = "auto"; // its own: a name at the start of a line must not turn the line around
    caret.append(label);
    base.append("\u2060", caret, "\u2060"); // word joiners: the caret must not open a place to break the line
    const cursor: Cursor = { caret, label, timer: undefined };
    this.#built.set(client, cursor);
    this.#dress(cursor, user as Presence);
    this.#wake(cursor);
    return base;
  };

  #dress({ caret, label }: Cursor, { name, color }: Presence): void {
    caret.style.setProperty("--person", color);
    label.textContent = name || t.people.nameless;
  }

  #wake(cursor: Cursor): void {
    cursor.caret.dataset.active = "";
    // the caret itself is moved in a task of its own, and then drawn
    setTimeout(() => requestAnimationFrame(() => place(cursor)));
    clearTimeout(cursor.timer);
    cursor.timer = setTimeout(() => delete cursor.caret.dataset.active, NAME_STAYS_MS);
  }

  readonly #changed = ({ updated, removed }: { updated: number[]; removed: number[] }): void => {
    for (const client of updated) {
      const cursor = this.#built.get(client);
      const user = this.#awareness.getStates().get(client)?.user as Presence | undefined;
      if (!cursor || !user) continue;
      this.#dress(cursor, user);
      this.#wake(cursor);
    }
    for (const client of removed) clearTimeout(this.#built.get(client)?.timer);
  };

  dispose(): void {
    this.#awareness.off("change", this.#changed);
    for (const { timer } of this.#built.values()) clearTimeout(timer);
  }
}
