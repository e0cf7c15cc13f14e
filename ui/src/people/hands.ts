/** Raised hands: who reads and asks to write, as hosts and walls hear it. */
import type { Message } from "../live/messages";

export interface Hand {
  /** Whose it is. */
  person: string;
  name: string;
  /** Since when (`performance.now()`). */
  since: number;
}

export interface Hands {
  count: number;
  /** The first of them, the longest first. */
  of: readonly Hand[];
}

export const NO_HANDS: Hands = { count: 0, of: [] };

/** As the server has told it at this moment. */
export const handsOf = ({ count, of }: Message<"hands">, now: number): Hands => ({
  count,
  of: of.map(({ person, name, since_s }) => ({
    person,
    name: name ?? "",
    since: now - since_s * 1000,
  })),
});
