/** Whether a phone shows the companion or the full editor: the companion, until somebody has chosen, and then as they chose. */
import { useSyncExternalStore } from "react";
import { useCompact, useTouch } from "../../kit/device";

export type Way = "companion" | "editor";

/** Where the choice is kept: one of two words, nothing else. */
const STORED = "fadepad.phone";
const listeners = new Set<() => void>();
let chosen: Way | null = null;

function way(): Way {
  try {
    chosen ??= localStorage.getItem(STORED) === "editor" ? "editor" : "companion";
  } catch {
    chosen = "companion"; // storage is switched off
  }
  return chosen;
}

/** Takes a choice, keeps it and shows it at once. */
export function choose(next: Way): void {
  chosen = next;
  try {
    localStorage.setItem(STORED, next);
  } catch {
    // storage is switched off: the choice lasts as long as the page
  }
  for (const listener of listeners) listener();
}

const subscribe = (changed: () => void) => {
  listeners.add(changed);
  return () => listeners.delete(changed);
};

/** `null` where there is no choice: a mouse, or the room of a tablet. */
export function useWay(): Way | null {
  const now = useSyncExternalStore(subscribe, way);
  const compact = useCompact();
  const touch = useTouch();
  return compact && touch ? now : null;
}
