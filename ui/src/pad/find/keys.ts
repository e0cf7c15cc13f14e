/** The keys that find: the same as in other programs, and the browser's own again where one stands in our field already. */
const isApple = /Mac|iP(hone|ad|od)/.test(navigator.platform);

/** A modal sheet hides the text; and what one does there is its own. */
const isCovered = () => document.querySelector("dialog:modal") !== null;

const isCommand = ({ ctrlKey, metaKey }: KeyboardEvent) =>
  isApple ? metaKey && !ctrlKey : ctrlKey && !metaKey;

/** By what is written on the key; where that is no Latin letter, by where it stands. */
const isLetter = ({ key, code }: KeyboardEvent, letter: string) =>
  /^[a-z]$/i.test(key) ? key.toLowerCase() === letter : code === `Key${letter.toUpperCase()}`;

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
