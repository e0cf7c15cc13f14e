/** While an input method composes, what others do to that line waits; it lands when the word is done. */
import type { EditorView } from "prosemirror-view";
import type * as Y from "yjs";
import { lineAt } from "./positions";
import { lettersIn } from "./line";
import { Part, Run, type Shown } from "./shown";
import type { Stale } from "./stale";
import { Track } from "./track";
import { isGone, type AnyType } from "./yjs";

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
  readonly #behind = new Map<Y.XmlText, Track>();
  #line: Part | null = null;
  /** What waited is being shown, and does not wait again. */
  #landing = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #watched: HTMLElement | null = null;

  constructor(binding: Composed) {
    this.#binding = binding;
  }

  /** Where the letters of the line that waits are now. */
  get behind(): ReadonlyMap<Y.XmlText, Track> {
    return this.#behind;
  }

  /** Whether others have taken the line that waits out of the text. */
  get isHomeless(): boolean {
    return this.#line !== null && isGone(this.#line.source);
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
  offer(stale: Stale): void {
    if (this.#landing) return;
    const { view, mapping } = this.#binding;
    if (!this.#line && view?.composing && mapping.root) {
      const line = lineAt(view.state.selection.head, mapping.root);
      if (line?.source && (stale.types.has(line.source as AnyType) || isGone(line.source))) this.#hold(line, view.state.selection.head - line.inside);
    }
    for (const track of this.#behind.values()) track.take(stale);
  }

  #hold(line: Part, caret: number): void {
    this.#line = line;
    const block: unknown = line.parent?.node.attrs.id;
    for (const [i, kid] of line.kids.entries()) {
      if (!(kid instanceof Run)) continue;
      const start = line.offsets[i] as number;
      let begin = 0;
      for (const [j, text] of kid.texts.entries()) {
        const end = begin + (kid.lengths[j] as number);
        this.#behind.set(text, new Track(text, lettersIn(kid.nodes).slice(begin, end), { block, caret: Math.max(0, Math.min(caret - start, end) - begin) }));
        begin = end;
      }
    }
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
    this.#landing = true;
    this.#binding.land(line);
    this.#landing = false;
    this.#behind.clear();
  }

  destroy(): void {
    clearTimeout(this.#timer);
    this.#watched?.removeEventListener("compositionend", this.#ended);
    this.#watched?.removeEventListener("blur", this.#ended);
    this.#watched = null;
  }
}
