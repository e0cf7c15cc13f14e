/** How long to wait before the next attempt. */

/** The first wait (ms), doubled at each attempt, but not longer than the last. */
const FIRST_MS = 200;
const LAST_MS = 2500;

export class Backoff {
  #wait = FIRST_MS;

  /** Half of it is left to chance, so that a room does not come back at one instant. */
  next(): number {
    const wait = this.#wait;
    this.#wait = Math.min(wait * 2, LAST_MS);
    return wait * (0.5 + Math.random() / 2);
  }

  /** A connection has done what it is for: the next one that is lost is tried again soon. */
  reset(): void {
    this.#wait = FIRST_MS;
  }
}
