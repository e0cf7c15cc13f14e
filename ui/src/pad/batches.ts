/**
 * How often what comes from others is taken: at once when it is quiet, else in batches, so that the browser draws a frame per batch
 * and not one per key of each person. A batch that costs much, in a long pad or on a slow phone, waits longer for the next: the
 * edits of others take a tenth of the main thread at most, and the rest is for the person who types here.
 */

/** The shortest time between two batches (ms). */
const SHORTEST_MS = 50;
/** The longest (ms): others' words may be late, but not seem to hang. */
const LONGEST_MS = 250;
/** A batch and the frame after it are one part of so many of the time. */
const ONE_OF = 10;
/** How much of the last cost goes into the expected one: a single slow frame, by somebody's own key or the machine, is soon forgotten. */
const WEIGHT = 1 / 4;

/**
 * Called before each batch. An editor sees by it where an arrow key has just put the caret: drawing what others wrote would
 * put it back.
 */
export const beforeBatches = new Set<() => void>();

export class Batches {
  readonly #take: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #lastTaken = -Infinity;
  #frame = 0;
  /** What taking the last batch cost (ms). */
  #taking = 0;
  /** What a batch and its frame are expected to cost (ms). */
  #cost = 0;

  /** `take` takes everything that has come in by then. */
  constructor(take: () => void) {
    this.#take = take;
  }

  /** The time from one batch to the next (ms). */
  get interval(): number {
    return Math.min(Math.max(SHORTEST_MS, this.#cost * ONE_OF), LONGEST_MS);
  }

  /** At once when it is quiet, else at the end of the batch. */
  soon(): void {
    if (this.#timer !== undefined) return;
    const wait = this.#lastTaken + this.interval - performance.now();
    if (wait <= 0) this.now();
    else this.#timer = setTimeout(() => this.now(), wait);
  }

  now(): void {
    this.stop();
    for (const prepare of beforeBatches) prepare();
    this.#weigh();
    const begin = performance.now();
    this.#take();
    this.#lastTaken = performance.now();
    this.#taking = this.#lastTaken - begin;
    // with what it leaves to be done right behind it: carets are drawn there
    queueMicrotask(() => (this.#taking = performance.now() - begin));
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  /**
   * A task that is asked for in a frame comes after its layout and paint. A browser may lay out before what was asked of the frame
   * is called, so its cost counts from when the frame began. The frame is asked for before the batch is taken, so that what
   * the batch does in it (names are put beside carets there) is weighed, too. A tab that nobody sees has no frames, and weighs its
   * last batch when it has.
   */
  #weigh(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame((began) => {
      const from = Math.max(began, this.#lastTaken);
      setTimeout(() => {
        const cost = this.#taking + performance.now() - from;
        this.#cost += (cost - this.#cost) * WEIGHT;
      });
    });
  }
}
