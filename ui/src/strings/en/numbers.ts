/** Numbers, times and things as sentences say them. */
import { timesOf } from "../times";

/** "1 person", "4 people". */
export const people = (n: number) => (n === 1 ? "1 person" : `${n} people`);

const SHORT = { hour: "h", minute: "min", second: "s" } as const;

export const { short, long, shortLeft, longLeft } = timesOf(
  (n, unit) => `${n} ${SHORT[unit]}`,
  (n, unit) => `${n} ${unit}${n === 1 ? "" : "s"}`,
);

/** Kinds of devices, as the server tells them apart. */
export const DEVICES: Record<string, string> = {
  phone: "A phone",
  tablet: "A tablet",
  laptop: "A laptop",
};
/** Numbers that graces often have, as words. */
const WORDS: Record<number, string> = {
  1: "one",
  2: "two",
  3: "three",
  4: "four",
  5: "five",
  6: "six",
  8: "eight",
  10: "ten",
  15: "fifteen",
  20: "twenty",
  30: "thirty",
};
/** "fifteen minutes", "45 seconds", "1 hour 30 minutes": inside a sentence that is read once. */
export const inWords = (s: number) =>
  long(s).replace(/^\d+(?= \w+$)/, (n) => WORDS[Number(n)] ?? n);
