/** The text that stands now, for what comes after it: who brings files asks for it here. */
import type { PadSession } from "../session";

export interface StandingText {
  /** BlockNote's editor, as `place.ts` knows it. */
  editor: unknown;
  session: PadSession;
  pad: string;
  key: string;
  editable: boolean;
}

/** The event by which others hear that a text stands. */
export const STANDS = "fadepad:stands";

let text: StandingText | null = null;
export const standing = (): StandingText | null => text;

/** From now on this text stands; gives back how to stop. */
export function stand(now: StandingText): () => void {
  text = now;
  dispatchEvent(new Event(STANDS));
  return () => {
    if (text === now) text = null;
  };
}

/** The event by which others hear that a pad has ended or was left; its code is the `detail`. */
export const LEAVES = "fadepad:leaves";

/** Whatever waits to go into this pad is wanted no more. */
export const leave = (pad: string): boolean =>
  dispatchEvent(new CustomEvent(LEAVES, { detail: pad }));
