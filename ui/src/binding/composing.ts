/**
 * While an input method composes, what others do to that line waits; it lands when the word is done. And where others take a line
 * away in which somebody types, their last letters may be on the way: they go after the line.
 */
import type { EditorView } from "prosemirror-view";
import type * as Y from "yjs";
import type { Lately } from "./lately";
import { lettersIn } from "./line";
import { lineAt } from "./positions";
import { Part, Run, type Shown } from "./shown";
import type { Stale } from "./stale";
import { Track } from "./track";
import { isGone, type AnyType } from "./yjs";

/** After the end of a composition the editor reads the line once more (ms). */
export const SETTLE_MS = 60;
/** A line that nobody goes on composing does not wait for ever (ms): phones keep the last word open while their owner rests. */
const WAIT_MAX_MS = 8000;

interface Composed {
  view: EditorView | null;
  mapping: Shown;
  /** Writes what was composed meanwhile, and shows the line, and what waited with it, as they have become. */
  land(line: Part, waited: readonly AnyType[]): void;
}

/**
 * What has to stay as it is around a line that is being composed, or the keyboard loses its word, of which the page then has some
 * letters twice. Others have given the block another id, since they pressed Enter before it: ProseMirror would keep the block of
 * the old id, which is another line now. Or they have moved or joined the line, or made another kind of it, and it is gone: then
 * all waits from where it was taken out.
 */
function unsettledAround(line: Part, stale: Stale): Part | null {
  let isHomeless = isGone(line.source);
  let found: Part | null = null;
  for (let part = line.parent; part; part = part.parent) {
    if (!part.source || isGone(part.source)) continue;
    if (isHomeless || stale.renamed.has(part.source as AnyType)) found = part;
    isHomeless = false;
  }
  return found;
}

/** Whether others have taken away a line, or letters of it. */
const isTornBy = ({ deltas }: Stale, { source, kids }: Part): boolean =>
  isGone(source) ||
  kids.some(
    (kid) =>
      kid instanceof Run &&
      kid.texts.some((text) => deltas.get(text)?.some((change) => change.delete)),
  );

const isWithin = (part: Part, other: Part | null): boolean =>
  other !== null && (part === other || (part.parent !== null && isWithin(part.parent, other)));

export class Composing {
  readonly #binding: Composed;
  readonly #lately: Lately;
  readonly #behind = new Map<Y.XmlText, Track>();
  #line: Part | null = null;
  /** What waits around the line. */
  #around: Part | null = null;
  /** What has changed in there meanwhile. */
  readonly #waited = new Set<AnyType>();
  /** What waited is being shown, and does not wait again. */
  #landing = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #watched: HTMLElement | null = null;

  constructor(binding: Composed, lately: Lately) {
    this.#binding = binding;
    this.#lately = lately;
  }

  /** Where the letters of the line that waits are now. */
  get behind(): ReadonlyMap<Y.XmlText, Track> {
    return this.#behind;
  }

  /** Whether a line waits to be shown as it has become. */
  get isWaiting(): boolean {
    return this.#line !== null;
  }

  /** Whether what was typed into a text is to be written where its letters are now. */
  readonly cares = (text: Y.XmlText): boolean => (this.#behind.get(text)?.texts.length ?? 0) > 0;

  readonly isHeld = (part: Part): boolean => part === this.#line;

  /** Whether this type is the line that waits, a text in it, or what waits around it. */
  readonly holds = (type: AnyType): boolean =>
    this.#line !== null &&
    (this.#line.source === type ||
      this.#around?.source === type ||
      this.#line.kids.some(
        (kid) => kid instanceof Run && kid.texts.includes(type as unknown as Y.XmlText),
      ));

  watch(view: EditorView): void {
    this.#watched = view.dom;
    this.#watched.addEventListener("compositionend", this.#ended);
    this.#watched.addEventListener("blur", this.#ended);
  }

  /**
   * Holds the line that is being composed if one of these changes is in it, and one in which somebody types if they take it away;
   * but for what is taken care of.
   */
  offer(stale: Stale, isTaken: (line: Part) => boolean = () => false): void {
    if (this.#landing) return;
    const { view } = this.#binding;
    const before = this.#line;
    const line = before ?? this.#lineTorn(stale);
    if (line?.source && view && !(line !== before && isTaken(line))) {
      const around = unsettledAround(line, stale);
      if (!before && (around || stale.types.has(line.source as AnyType))) this.#hold(line, stale);
      if (around && !isWithin(around, this.#around)) this.#around = around;
    }
    if (this.#around) for (const type of stale.touched) this.#waited.add(type);
    for (const track of this.#behind.values()) track.take(stale);
    const isWhole = [...this.#behind.values()].every((track) => track.left.length === 0);
    if (isWhole && this.#line && this.#line !== before && !view?.composing) this.#forget();
  }

  /** The line in which somebody composes, or one of which others take something away without having seen all that was typed there. */
  #lineTorn(stale: Stale): Part | null {
    const { view, mapping } = this.#binding;
    if (!view || !mapping.root) return null;
    const line = lineAt(view.state.selection.head, mapping.root);
    if (view.composing) return line;
    // one's own undo takes away what it means to
    if (!stale.isOfOthers) return null;
    if (line && isTornBy(stale, line) && !this.#lately.isIdle) return line;
    const others = this.#lately.saidBefore(stale).map(({ text }) => mapping.get(text as AnyType));
    return (
      [line, ...others.reverse().map((run) => run?.parent ?? null)].find(
        (each) => each && isTornBy(stale, each) && this.#lately.hasUnseen(each, stale),
      ) ?? null
    );
  }

  #hold(line: Part, stale: Stale): void {
    this.#line = line;
    const block: unknown = line.parent?.node.attrs.id;
    for (const kid of line.kids) {
      if (!(kid instanceof Run)) continue;
      let begin = 0;
      for (const [i, text] of kid.texts.entries()) {
        const letters = lettersIn(kid.nodes).slice(begin, (begin += kid.lengths[i] as number));
        const fresh = this.#lately.freshIn(text, letters.length, stale);
        this.#behind.set(text, new Track(text, letters, { block, fresh }));
      }
    }
    if (this.#binding.view?.composing) this.#wait();
    else this.#ended();
  }

  /** Somebody has written. */
  wrote(): void {
    if (this.#binding.view?.composing) this.#wait();
  }

  #wait(): void {
    if (!this.#line) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.release(), WAIT_MAX_MS);
  }

  readonly #ended = (): void => {
    if (!this.#line) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(
      () => (this.#binding.view?.composing ? this.#wait() : this.release()),
      SETTLE_MS,
    );
  };

  release(): void {
    const line = this.#line;
    if (!line) return;
    this.#landing = true;
    [this.#line, this.#around] = [null, null];
    try {
      this.#binding.land(line, [...this.#waited]);
    } finally {
      this.#landing = false;
      this.#forget();
    }
  }

  #forget(): void {
    clearTimeout(this.#timer);
    [this.#line, this.#around] = [null, null];
    this.#behind.clear();
    this.#waited.clear();
  }

  destroy(): void {
    clearTimeout(this.#timer);
    this.#watched?.removeEventListener("compositionend", this.#ended);
    this.#watched?.removeEventListener("blur", this.#ended);
    this.#watched = null;
  }
}
