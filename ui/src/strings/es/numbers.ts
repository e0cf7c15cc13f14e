/** Numbers, times and things as sentences say them. */
import { pluralOf, unitsOf } from "../grammar";
import { timesOf } from "../times";

export const plural = pluralOf("es");

/** "1 persona", "4 personas". */
export const people = (n: number) => `${n} ${plural(n, { one: "persona", other: "personas" })}`;

export const { short, long, shortLeft, longLeft } = timesOf(
  unitsOf("es", "short"),
  unitsOf("es", "long"),
);

/** "las 18:00", "la 1:30": a time of day after "a", "desde" or "hasta". */
export const las = (time: string) => `${/^0?1:/.test(time) ? "la" : "las"} ${time}`;

/** Kinds of devices, as the server tells them apart. */
export const DEVICES: Record<string, string> = {
  phone: "Un teléfono",
  tablet: "Una tableta",
  laptop: "Un portátil",
};

/** "15 minutos": inside a sentence that is read once. */
export const inWords = long;
