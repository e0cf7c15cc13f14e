/** The key that asks for the list of all keys. */
import { useEffect } from "react";
import { isCommand } from "../../kit/keyboardKeys";
import { useSheets } from "../context";

const isWritten = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.matches("input, textarea, select"));

/** Ctrl+/ (⌘/ on a Mac); and "?" where it is no letter of anything. */
const asksForKeys = (event: KeyboardEvent): boolean =>
  event.key === "/"
    ? isCommand(event) && !event.altKey && !event.shiftKey
    : event.key === "?" &&
      !event.ctrlKey &&
      !event.metaKey &&
      !event.altKey &&
      !isWritten(event.target);

export function useKeySheet(): void {
  const { open } = useSheets();
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || !asksForKeys(event)) return;
      if (document.querySelector("dialog:modal")) return; // what one does there is its own
      event.preventDefault();
      open("keys");
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [open]);
}
