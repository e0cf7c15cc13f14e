/** Numbers, times and things as Italian sentences say them. */
import { unitsOf } from "../grammar";
import { timesOf } from "../times";

/** "1 persona", "4 persone". */
export const people = (n: number) => (n === 1 ? "1 persona" : `${n} persone`);

export const { short, long, shortLeft, longLeft } = timesOf(
  unitsOf("it", "short"),
  unitsOf("it", "long"),
);

/** Kinds of devices, as the server tells them apart. */
export const DEVICES: Record<string, string> = {
  phone: "Un telefono",
  tablet: "Un tablet",
  laptop: "Un portatile",
};

/** "15 minuti": inside a sentence that is read once; in digits, as Italian writes units. */
export const inWords = (s: number) => long(s);
