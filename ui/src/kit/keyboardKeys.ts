/** Which key of a keyboard was pressed, as it is on this system. */

export const isApple = /Mac|iP(hone|ad|od)/.test(navigator.platform);

/** Ctrl alone, on a Mac ⌘ alone; Shift and Alt are asked for by themselves. */
export const isCommand = ({ ctrlKey, metaKey }: KeyboardEvent): boolean =>
  isApple ? metaKey && !ctrlKey : ctrlKey && !metaKey;

/** By what is written on the key; where that is no Latin letter, by where it stands. */
export const isLetter = ({ key, code }: KeyboardEvent, letter: string): boolean =>
  /^[a-z]$/i.test(key) ? key.toLowerCase() === letter : code === `Key${letter.toUpperCase()}`;

/** How keys are written on a Mac, in the order in which they are named there. */
const SIGNS: readonly (readonly [string, string])[] = [
  ["Ctrl", "⌃"],
  ["Alt", "⌥"],
  ["Shift", "⇧"],
  ["Mod", "⌘"],
  ["Enter", "↩"],
  ["Escape", "esc"],
  ["Tab", "⇥"],
];

const at = (key: string): number => SIGNS.findIndex(([name]) => name === key);

/**
 * The keys of a shortcut (`Mod+Shift+ArrowUp`) as they are on this system; `nameOf` says what stands on one. "Mod" is ⌘ on
 * a Mac, and Ctrl elsewhere.
 */
export function keysOf(shortcut: string, nameOf: (key: string) => string): string[] {
  const pressed = shortcut.split("+");
  if (!isApple) return pressed.map((key) => nameOf(key === "Mod" ? "Ctrl" : key));
  const held = pressed.slice(0, -1).sort((a, b) => at(a) - at(b));
  return [...held, ...pressed.slice(-1)].map((key) => SIGNS[at(key)]?.[1] ?? nameOf(key));
}
