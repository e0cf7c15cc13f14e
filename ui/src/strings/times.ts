/** Lengths of time in their units: what every language says of them is the same, how it says it is not. */

export type Unit = "hour" | "minute" | "second";
/** How a language says a number of a unit: "15 min", "1 hour". */
export type InUnit = (n: number, unit: Unit) => string;

const HOUR_S = 3600;
const MINUTE_S = 60;
/** Below this a time that is no whole number of minutes is told in seconds. */
const IN_SECONDS_S = 180;

/** A length of time in its units, the larger first, never more than it is; beside hours, seconds are nothing. */
function units(s: number): [n: number, unit: Unit][] {
  if (s < MINUTE_S || (s < IN_SECONDS_S && s % MINUTE_S !== 0)) return [[Math.floor(s), "second"]];
  const hours = Math.floor(s / HOUR_S);
  const minutes = Math.floor((s % HOUR_S) / MINUTE_S);
  const seconds = hours > 0 ? 0 : Math.floor(s % MINUTE_S);
  const all: [number, Unit][] = [
    [hours, "hour"],
    [minutes, "minute"],
    [seconds, "second"],
  ];
  return all.filter(([n]) => n > 0);
}

/**
 * What runs, by the minute, so that nobody is made to count: hours from here on (seconds). Rounded down: no more is promised
 * than there is.
 */
const HOURS_FROM_S = 7200;
const wholeUnit = (s: number) =>
  s < MINUTE_S ? s : s < HOURS_FROM_S ? s - (s % MINUTE_S) : s - (s % HOUR_S);

/** How a language says lengths of time, from how it says a number of a unit where room is short, and in sentences. */
export function timesOf(inShort: InUnit, inLong: InUnit) {
  const told = (s: number, say: InUnit) =>
    units(s)
      .map(([n, unit]) => say(n, unit))
      .join(" ");
  const short = (s: number) => told(s, inShort);
  const long = (s: number) => told(s, inLong);
  return {
    /** "15 min", "1 h 30 min", "90 s": a length as it was set, for the chip, where room is short. */
    short,
    /** "15 minutes", "1 hour 30 minutes", "90 seconds": for sentences. */
    long,
    /** "8 min", "3 h", "40 s": what is left of a time, or has passed of it. */
    shortLeft: (s: number) => {
      const whole = Math.floor(wholeUnit(s));
      return whole >= MINUTE_S && whole < HOURS_FROM_S && whole !== HOUR_S
        ? inShort(whole / MINUTE_S, "minute")
        : short(whole);
    },
    /** "8 minutes", "3 hours": the same for sentences. */
    longLeft: (s: number) => long(Math.floor(wholeUnit(s))),
  };
}
