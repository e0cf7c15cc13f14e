/** Numbers, times and things as sentences say them. */
import { pluralOf, unitsOf } from "../grammar";
import { timesOf, type Unit } from "../times";

export const plural = pluralOf("he");

/** "אדם אחד", "4 אנשים". */
export const people = (n: number) =>
  plural(n, { one: "אדם אחד", two: "שני אנשים", other: `${n} אנשים` });

export const wrongCodes = (n: number) =>
  plural(n, { one: "קוד שגוי אחד", two: "שני קודים שגויים", other: `${n} קודים שגויים` });

const LONG = {
  hour: { one: "שעה אחת", two: "שעתיים", other: "שעות" },
  minute: { one: "דקה אחת", two: "שתי דקות", other: "דקות" },
  second: { one: "שנייה אחת", two: "שתי שניות", other: "שניות" },
} as const;

/** Minutes and seconds as they follow something larger: "שעה אחת ו־30 דקות". */
function inLong(n: number, unit: Unit): string {
  if (n === 1 || n === 2) return `${unit === "hour" ? "" : "ו"}${plural(n, LONG[unit])}`;
  return `${unit === "hour" ? "" : "ו־"}${n} ${LONG[unit].other}`;
}

const times = timesOf(unitsOf("he", "short"), inLong);
const alone = (told: string) => told.replace(/^ו־?/, "");

export const { short, shortLeft } = times;
export const long = (s: number) => alone(times.long(s));
export const longLeft = (s: number) => alone(times.longLeft(s));

/** Kinds of devices, as the server tells them apart. */
export const DEVICES: Record<string, string> = {
  phone: "טלפון",
  tablet: "טאבלט",
  laptop: "מחשב נייד",
};

/** Inside a sentence that is read once. */
export const inWords = long;
