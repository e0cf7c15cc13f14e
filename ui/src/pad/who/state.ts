/** Whether it is shown who wrote what: by this page alone, and told nobody. */
import { useSyncExternalStore } from "react";
import { isApple } from "../../kit/keyboardKeys";

let on = false;
const watching = new Set<() => void>();

export function show(next: boolean): void {
  on = next;
  for (const changed of watching) changed();
}

function watch(changed: () => void): () => void {
  watching.add(changed);
  return () => void watching.delete(changed);
}

export const useShown = (): boolean => useSyncExternalStore(watch, () => on);

/** Alt+Shift+W, on a Mac ⌃⌘W: there Alt writes letters. */
export function isSwitch({ code, altKey, shiftKey, ctrlKey, metaKey }: KeyboardEvent): boolean {
  if (code !== "KeyW") return false;
  return isApple
    ? ctrlKey && metaKey && !altKey && !shiftKey
    : altKey && shiftKey && !ctrlKey && !metaKey;
}
