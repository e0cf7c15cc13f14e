/** Whose caret this page goes along with: of this page alone, and told nobody. */
import { useSyncExternalStore } from "react";

let who: string | null = null;
const watching = new Set<() => void>();

/** Follows this person from now on, and nobody else; `null`: nobody. */
export function follow(person: string | null): void {
  who = person;
  for (const changed of watching) changed();
}

function watch(changed: () => void): () => void {
  watching.add(changed);
  return () => watching.delete(changed);
}

/** The person's id. */
export const useFollowed = (): string | null => useSyncExternalStore(watch, () => who);
