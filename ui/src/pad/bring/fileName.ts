/** A file's name in a sentence: without what is not seen or turns the sentence round, and no longer than a line of it. */

/** Letters of it at most. */
const LETTERS = 60;
/** Of them at its end, where it says what it is. */
const LAST = 16;

const UNSEEN = /[\p{Cc}\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff]/gu;
/** Letters that are read from the right: what follows in the sentence stays where it is by marks around the name. */
const FROM_RIGHT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;

export function fileName(name: string): string {
  const letters = [...name.replace(UNSEEN, "")];
  const short =
    letters.length > LETTERS
      ? `${letters.slice(0, LETTERS - LAST).join("")}…${letters.slice(-LAST).join("")}`
      : letters.join("");
  return FROM_RIGHT.test(short) ? `\u2068${short}\u2069` : short;
}
