/** The keys that find: the same as in other programs, and the browser's own again where one stands in our field already. */
import { isApple, isCommand, isLetter } from "../../kit/keyboardKeys";

/** A modal sheet hides the text; and what one does there is its own. */
const isCovered = () => document.querySelector("dialog:modal") !== null;

/** Ctrl+F and Ctrl+H, on a Mac ⌘F and ⌥⌘F: there ⌘H hides the browser. */
export function fieldBy(event: KeyboardEvent): "words" | "replacement" | null {
  const { altKey, shiftKey } = event;
  if (!isCommand(event) || shiftKey || isCovered()) return null;
  if (isApple && altKey) return isLetter(event, "f") ? "replacement" : null;
  if (altKey) return null;
  if (isLetter(event, "f")) return "words";
  return isLetter(event, "h") && !isApple ? "replacement" : null;
}

/** F3 and Ctrl+G (⌘G on a Mac), back with Shift. */
export function stepBy(event: KeyboardEvent): 1 | -1 | null {
  const { key, shiftKey, altKey } = event;
  const isStep = key === "F3" || (isCommand(event) && isLetter(event, "g"));
  if (!isStep || altKey || isCovered()) return null;
  return shiftKey ? -1 : 1;
}
