/** Numbers, times and things as French sentences say them. */
import { pluralOf, unitsOf } from "../grammar";
import { timesOf } from "../times";

/** As French counts: nothing and one are singular. */
export const plural = pluralOf("fr");

/** "1 personne", "4 personnes". */
export const people = (n: number) => `${n} ${plural(n, { one: "personne", other: "personnes" })}`;

export const { short, long, shortLeft, longLeft } = timesOf(
  unitsOf("fr", "short"),
  unitsOf("fr", "long"),
);

/** Kinds of devices, as the server tells them apart. */
export const DEVICES: Record<string, string> = {
  phone: "Un téléphone",
  tablet: "Une tablette",
  laptop: "Un ordinateur portable",
};

/** The size of a file, in "octets": "212 Ko", "14 Mo". */
export const inOctets = (size: string) => size.replace(/B$/, "o");

/** "15 minutes": inside a sentence that is read once; in digits, as French writes units. */
export const inWords = (s: number) => long(s);
