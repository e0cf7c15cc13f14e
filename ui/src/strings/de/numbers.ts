/** Numbers, times and things as German sentences say them. */
import { unitsOf } from "../grammar";
import { timesOf } from "../times";

/** "1 Person", "4 Personen". */
export const people = (n: number) => (n === 1 ? "1 Person" : `${n} Personen`);

export const { short, long, shortLeft, longLeft } = timesOf(
  unitsOf("de", "short"),
  unitsOf("de", "long"),
);

/** Kinds of devices, as the server tells them apart. */
export const DEVICES: Record<string, string> = {
  phone: "Ein Handy",
  tablet: "Ein Tablet",
  laptop: "Ein Laptop",
};

/** "15 Minuten": inside a sentence that is read once; in digits, as German writes units. */
export const inWords = (s: number) => long(s);
