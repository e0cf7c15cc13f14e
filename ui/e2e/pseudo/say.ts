/** Two languages that nobody speaks, for tests: what bypasses the strings stands out, and what has no room for longer words, too. */

export type Way = "long" | "rtl";

const PLAIN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
const ACCENTED = "ȧƀƈḓḗƒɠħīĵķŀḿƞǿƥɋřşŧŭṽẇẋẏẑȦƁƇḒḖƑƓĦĪĴĶĿḾȠǾƤɊŘŞŦŬṼẆẊẎẐ";

/** Behind this, letters run from right to left, until `END`. */
const TURNED = "\u202e";
const END = "\u202c";
/** So much longer than English. */
const LONGER = 0.4;

function long(words: string): string {
  const accented = [...words].map((letter) => ACCENTED[PLAIN.indexOf(letter)] ?? letter).join("");
  if (!words.trim()) return words;
  const more = "ǿƞḗ ŧẇǿ ŧħřḗḗ ƒǿŭř ƒīṽḗ ".repeat(9).slice(0, Math.ceil(words.length * LONGER));
  return `${accented} ${more.trimEnd()}`;
}

const WAYS: Record<Way, (words: string) => string> = {
  long,
  rtl: (words) => (words.trim() ? `${TURNED}${words}${END}` : words),
};

/** All sentences of something, said so. */
export function pseudo<Said>(said: Said, way: Way): Said {
  const say = (of: unknown): unknown => {
    if (typeof of === "string") return WAYS[way](of);
    if (typeof of === "function") return (...values: unknown[]) => say(of(...values));
    if (Array.isArray(of)) return of.map(say);
    if (of === null || typeof of !== "object") return of;
    return Object.fromEntries(Object.entries(of).map(([key, each]) => [key, say(each)]));
  };
  return say(said) as Said;
}

/** Whether words are said so, or hold no letter that could be. */
export const isSaid: Record<Way, (words: string) => boolean> = {
  long: (words) => !/[a-z]{3}/i.test(words),
  rtl: (words) => words.includes(TURNED) || !/[a-z]{3}/i.test(words),
};
