/** Numbers, times and things as sentences say them. */
import { pluralOf } from "../grammar";
import { timesOf } from "../times";

export const plural = pluralOf("pl");

/** "1 osoba", "4 osoby", "5 osób". */
export const people = (n: number) =>
  `${n} ${plural(n, { one: "osoba", few: "osoby", other: "osób" })}`;

/** Whether "osoby" are here or "osób" is. */
export const are = (n: number) => plural(n, { one: "Jest", few: "Są", other: "Jest" });

/** Whether "osoby" want or "osób" wants. */
export const want = (n: number) => plural(n, { one: "chce", few: "chcą", other: "chce" });

const SHORT = { hour: "h", minute: "min", second: "s" } as const;
/** As they stand after "za" and "przez", and where they tell how long. */
const LONG = {
  hour: { one: "godzinę", few: "godziny", other: "godzin" },
  minute: { one: "minutę", few: "minuty", other: "minut" },
  second: { one: "sekundę", few: "sekundy", other: "sekund" },
} as const;

export const { short, long, shortLeft, longLeft } = timesOf(
  (n, unit) => `${n} ${SHORT[unit]}`,
  (n, unit) => `${n} ${plural(n, LONG[unit])}`,
);

/** Kinds of devices, as the server tells them apart. */
export const DEVICES: Record<string, string> = {
  phone: "Telefon",
  tablet: "Tablet",
  laptop: "Laptop",
};

/** "15 minut": inside a sentence that is read once. */
export const inWords = long;
