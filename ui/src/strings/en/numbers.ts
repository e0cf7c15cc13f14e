/** Numbers, times and things as sentences say them. */

/** "1 person", "4 people". */
export const people = (n: number) => (n === 1 ? "1 person" : `${n} people`);
const HOUR_S = 3600;
const MINUTE_S = 60;
/** Below this a time that is no whole number of minutes is told in seconds. */
const IN_SECONDS_S = 180;

/** A length of time in its units, the larger first, never more than it is; beside hours, seconds are nothing. */
function units(s: number): [n: number, unit: "hour" | "minute" | "second"][] {
  if (s < MINUTE_S || (s < IN_SECONDS_S && s % MINUTE_S !== 0)) return [[Math.floor(s), "second"]];
  const hours = Math.floor(s / HOUR_S);
  const minutes = Math.floor((s % HOUR_S) / MINUTE_S);
  const seconds = hours > 0 ? 0 : Math.floor(s % MINUTE_S);
  const all: [number, "hour" | "minute" | "second"][] = [
    [hours, "hour"],
    [minutes, "minute"],
    [seconds, "second"],
  ];
  return all.filter(([n]) => n > 0);
}

const SHORT = { hour: "h", minute: "min", second: "s" } as const;

/** "15 min", "1 h 30 min", "90 s": a length as it was set, for the chip, where room is short. */
export const short = (s: number) =>
  units(s)
    .map(([n, unit]) => `${n} ${SHORT[unit]}`)
    .join(" ");
/** "15 minutes", "1 hour 30 minutes", "90 seconds": for sentences. */
export const long = (s: number) =>
  units(s)
    .map(([n, unit]) => `${n} ${unit}${n === 1 ? "" : "s"}`)
    .join(" ");

/**
 * What runs, by the minute, so that nobody is made to count: hours from here on (seconds). Rounded down: no more is promised
 * than there is.
 */
const HOURS_FROM_S = 7200;
const wholeUnit = (s: number) =>
  s < MINUTE_S ? s : s < HOURS_FROM_S ? s - (s % MINUTE_S) : s - (s % HOUR_S);
/** "8 min", "3 h", "40 s": what is left of a time, or has passed of it. */
export const shortLeft = (s: number) => {
  const whole = Math.floor(wholeUnit(s));
  return whole >= MINUTE_S && whole < HOURS_FROM_S && whole !== HOUR_S
    ? `${whole / MINUTE_S} min`
    : short(whole);
};
/** "8 minutes", "3 hours": the same for sentences. */
export const longLeft = (s: number) => long(Math.floor(wholeUnit(s)));

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
