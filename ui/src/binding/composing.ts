/** While an input method composes, what others do to that line waits; it lands when the word is done. */
import { Mapping, StepMap } from "prosemirror-transform";
import type { EditorView } from "prosemirror-view";
import type * as Y from "yjs";
import type { Delta } from "./draw";
import { lineAt } from "./positions";
import { Part, Run, type Shown } from "./shown";
import type { Stale } from "./stale";
import type { AnyType } from "./yjs";

/** After the end of a composition the editor reads the line once more (ms). */
const SETTLE_MS = 60;
/** A line that nobody goes on composing does not wait for ever (ms): phones keep the last word open while their owner rests. */
const WAIT_MAX_MS = 8000;

export interface Composed {
  view: EditorView | null;
  mapping: Shown;
  /** Writes what was composed meanwhile, and shows the line as it has become. */
  land(line: Part): void;
}

export class Composing {
  readonly #binding: Composed;
  readonly #behind = new Map<Y.XmlText, Mapping>();
  #line: Part | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #watched: HTMLElement | null = null;

  constructor(binding: Composed) {
    this.#binding = binding;
  }

  /** What others did to the texts of the line that waits. */
  get behind(): ReadonlyMap<Y.XmlText, Mapping> {
    return this.#behind;
  }

  readonly isHeld = (part: Part): boolean => part === this.#line;

  /** Whether this type is the line that waits, or a text in it. */
  readonly holds = (type: AnyType): boolean => this.#line !== null && (this.#line.source === type || this.#line.kids.some((kid) => kid instanceof Run && kid.texts.includes(type as unknown as Y.XmlText)));

  watch(view: EditorView): void {
    this.#watched = view.dom;
    this.#watched.addEventListener("compositionend", this.#ended);
    this.#watched.addEventListener("blur", this.#ended);
  }

  /** Holds the line that is being composed if one of these changes is in it. */
  offer({ types, deltas }: Stale): void {
    const { view, mapping } = this.#binding;
    if (!this.#line && view?.composing && mapping.root) {
      const line = lineAt(view.state.selection.head, mapping.root);
      if (line?.source && types.has(line.source as AnyType)) this.#hold(line);
    }
    if (!this.#line) return;
    for (const kid of this.#line.kids) {
      if (!(kid instanceof Run)) continue;
      for (const text of kid.texts) this.#behind.get(text)?.appendMap(mapOf(deltas.get(text) ?? []));
    }
  }

  #hold(line: Part): void {
    this.#line = line;
    for (const kid of line.kids) if (kid instanceof Run) for (const text of kid.texts) this.#behind.set(text, new Mapping());
    this.wait();
  }

  /** Somebody goes on composing. */
  wait(): void {
    if (!this.#line) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.release(), WAIT_MAX_MS);
  }

  readonly #ended = (): void => {
    if (!this.#line) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => (this.#binding.view?.composing ? this.wait() : this.release()), SETTLE_MS);
  };

  release(): void {
    clearTimeout(this.#timer);
    const line = this.#line;
    if (!line) return;
    this.#line = null;
    this.#binding.land(line);
    this.#behind.clear();
  }

  destroy(): void {
    clearTimeout(this.#timer);
    this.#watched?.removeEventListener("compositionend", this.#ended);
    this.#watched?.removeEventListener("blur", this.#ended);
    this.#watched = null;
  }
}

/** Yjs' account of a change as a map of places. */
function mapOf(deltas: readonly Delta[]): StepMap {
  const ranges: number[] = [];
  let at = 0;
  for (const { retain = 0, delete: deleted = 0, insert } of deltas) {
    const inserted = insert === undefined ? 0 : typeof insert === "string" ? insert.length : 1;
    if (deleted + inserted > 0) ranges.push(at, deleted, inserted);
    at += retain + deleted;
  }
  return new StepMap(ranges);
}
