/** Numbers, times and things as sentences say them. */

/** "1 person", "4 people". */
export const people = (n: number) => (n === 1 ? "1 person" : `${n} people`);
/** From here on (seconds), or where it is a whole number of them, time is told in hours. */
const HOURS_FROM_S = 7200;
const inHours = (s: number) => s >= HOURS_FROM_S || (s > 0 && s % 3600 === 0);
/** "15 min", "2 h", "40 s": for the chip, where room is short. */
export const short = (s: number) => (s < 60 ? `${s} s` : inHours(s) ? `${Math.round(s / 3600)} h` : `${Math.round(s / 60)} min`);
/** "15 minutes", "1 hour": for sentences. */
export const long = (s: number) => {
  const [n, unit] = s < 60 ? [s, "second"] : inHours(s) ? [Math.round(s / 3600), "hour"] : [Math.round(s / 60), "minute"];
  return `${n} ${unit}${n === 1 ? "" : "s"}`;
};
/** Kinds of devices, as the server tells them apart. */
export const DEVICES: Record<string, string> = { phone: "A phone", tablet: "A tablet", laptop: "A laptop" };
/** Numbers that graces often have, as words. */
const WORDS: Record<number, string> = { 1: "one", 2: "two", 3: "three", 4: "four", 5: "five", 6: "six", 8: "eight", 10: "ten", 15: "fifteen", 20: "twenty", 30: "thirty" };
/** "fifteen minutes", "45 seconds": inside a sentence that is read once. */
export const inWords = (s: number) => long(s).replace(/^\d+/, (n) => WORDS[Number(n)] ?? n);
