/** What was answered in this tab to the last call that runs: a reload takes no answer back. */
import type { Answer } from "./FinalCall";

const KEY = "fadepad.answers";

export interface Given {
  /** The pad's life. */
  epoch: string;
  /** When the call is over (ms since 1970). */
  until: number;
  chosen: readonly Answer[];
  /** Whether it stands: who asks for another minute has not got all yet. */
  stands: boolean;
}

export function keepGiven(given: Given | null): void {
  try {
    if (given) sessionStorage.setItem(KEY, JSON.stringify(given));
    else sessionStorage.removeItem(KEY);
  } catch {
    // a browser that keeps nothing forgets it with the tab's next reload
  }
}

export function givenIn(epoch: string): Given | null {
  try {
    const given = JSON.parse(sessionStorage.getItem(KEY) ?? "null") as Given | null;
    return given?.epoch === epoch && Date.now() < given.until ? given : null;
  } catch {
    return null;
  }
}
