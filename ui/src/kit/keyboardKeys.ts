/** Which key of a keyboard was pressed, as it is on this system. */

export const isApple = /Mac|iP(hone|ad|od)/.test(navigator.platform);

/** Ctrl alone, on a Mac ⌘ alone; Shift and Alt are asked for by themselves. */
export const isCommand = ({ ctrlKey, metaKey }: KeyboardEvent): boolean =>
  isApple ? metaKey && !ctrlKey : ctrlKey && !metaKey;

/** By what is written on the key; where that is no Latin letter, by where it stands. */
export const isLetter = ({ key, code }: KeyboardEvent, letter: string): boolean =>
  /^[a-z]$/i.test(key) ? key.toLowerCase() === letter : code === `Key${letter.toUpperCase()}`;
