/** What was edited here and is not known to be taken by the pad, edit by edit; and how many of them are given up where it refuses one. */
import type * as Y from "yjs";
import type { EndReason } from "../live/closeCodes";

/** Of each client, where (in clocks) and how long. */
export type Ranges = Map<number, { clock: number; len: number }[]>;

/** What one edit wrote, and what it deleted: it is put into another stay whole, or not at all. */
export interface Edit {
  client: number;
  /** From here to `end` it wrote; nothing where they are equal. */
  clock: number;
  end: number;
  deletes: Ranges;
}

/** What a transaction has done as this client. */
export const editOf = (
  { beforeState, afterState, deleteSet }: Y.Transaction,
  client: number,
): Edit => ({
  client,
  clock: beforeState.get(client) ?? 0,
  end: afterState.get(client) ?? 0,
  deletes: deleteSet.clients,
});

/** A stay that brought no edit and is refused all the same, so often in a row, is no matter of the text. */
const IDLE_MAX = 3;
/** After this many refusals in a row the next stay waits, at first so long (ms) and then twice as long each time. */
const AT_ONCE = 3;
const WAIT_MS = 100;
const WAIT_MAX_MS = 2500;

/**
 * Of what is not taken, the first edit is the one that was refused. Where that alone does not help, twice as many are given up
 * each time.
 */
export class Refusals {
  #inRow = 0;
  #idle = 0;

  /** How many edits are given up now; `null` where the page can't go on. `settled`: since the last refusal all was taken. */
  next(why: EndReason, { edits, settled }: { edits: number; settled: boolean }): number | null {
    if (settled) this.#inRow = 0;
    this.#inRow += 1;
    this.#idle = edits > 0 ? 0 : this.#idle + 1;
    if (this.#idle >= IDLE_MAX) return null;
    // what does not fit to what stands there under the same client id is whole under another
    const many = why === "malformed" ? this.#inRow - 2 : this.#inRow - 1;
    return many < 0 ? 0 : 2 ** many;
  }

  /** Before the next stay (ms). */
  get wait(): number {
    const many = this.#inRow - AT_ONCE;
    return many <= 0 ? 0 : Math.min(WAIT_MS * 2 ** (many - 1), WAIT_MAX_MS);
  }
}
