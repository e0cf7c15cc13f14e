/** Numbers, times and things as sentences say them. */
import { pluralOf, unitsOf } from "../grammar";
import { timesOf } from "../times";

export const plural = pluralOf("pt");

/** "1 pessoa", "4 pessoas". */
export const people = (n: number) => `${n} ${plural(n, { one: "pessoa", other: "pessoas" })}`;

export const { short, long, shortLeft, longLeft } = timesOf(
  unitsOf("pt", "short"),
  unitsOf("pt", "long"),
);

const isOne = (time: string) => /^0?1:/.test(time);

/** "as 18:00", "a 1:30": a time of day after "desde" or "até". */
export const as = (time: string) => `${isOne(time) ? "a" : "as"} ${time}`;

/** "às 18:00", "à 1:30". */
export const at = (time: string) => `${isOne(time) ? "à" : "às"} ${time}`;

/** Kinds of devices, as the server tells them apart. */
export const DEVICES: Record<string, string> = {
  phone: "Um celular",
  tablet: "Um tablet",
  laptop: "Um notebook",
};

/** "15 minutos": inside a sentence that is read once. */
export const inWords = long;
