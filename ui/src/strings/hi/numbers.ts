/** Numbers, times and things as sentences say them. Of the units only "घंटा" changes before a postposition: "1 घंटे बाद". */
import { pluralOf } from "../grammar";
import { timesOf, type Unit } from "../times";

const plural = pluralOf("hi");

/** "1 व्यक्ति", "4 लोग". */
export const people = (n: number) => plural(n, { one: `${n} व्यक्ति`, other: `${n} लोग` });
/** "1 व्यक्ति को", "4 लोगों को": before what they have to do. */
export const peopleTo = (n: number) => plural(n, { one: `${n} व्यक्ति को`, other: `${n} लोगों को` });
export const areHere = (n: number) => `यहाँ ${people(n)} ${plural(n, { one: "है", other: "हैं" })}`;

const UNITS = { hour: "घंटे", minute: "मिनट", second: "सेकंड" } as const;

const before = (n: number, unit: Unit) => `${n} ${UNITS[unit]}`;
const alone = (n: number, unit: Unit) => (unit === "hour" && n === 1 ? "1 घंटा" : before(n, unit));

/** Alone: "1 घंटा". */
export const { short } = timesOf(alone, alone);
/** Before "बाद", "में", "तक", "पहले". */
export const { long, shortLeft, longLeft } = timesOf(before, before);

/** Kinds of devices, as the server tells them apart. */
export const DEVICES: Record<string, string> = {
  phone: "फ़ोन",
  tablet: "टैबलेट",
  laptop: "लैपटॉप",
};

/** Inside a sentence that is read once. */
export const inWords = long;
