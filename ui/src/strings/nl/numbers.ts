/** Numbers, times and things as Dutch sentences say them. */
import { unitsOf } from "../grammar";
import { timesOf } from "../times";

/** "1 persoon", "4 personen". */
export const people = (n: number) => (n === 1 ? "1 persoon" : `${n} personen`);

export const { short, long, shortLeft, longLeft } = timesOf(
  unitsOf("nl", "short"),
  unitsOf("nl", "long"),
);

/** Kinds of devices, as the server tells them apart. */
export const DEVICES: Record<string, string> = {
  phone: "Een telefoon",
  tablet: "Een tablet",
  laptop: "Een laptop",
};

/** "15 minuten": inside a sentence that is read once; in digits, as Dutch writes units. */
export const inWords = (s: number) => long(s);
