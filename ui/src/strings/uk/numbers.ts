/** Numbers, times and things as sentences say them. */
import { pluralOf } from "../grammar";
import { timesOf } from "../times";

export const plural = pluralOf("uk");

/** "1 людина", "4 людини", "5 людей". */
export const people = (n: number) =>
  `${n} ${plural(n, { one: "людина", few: "людини", other: "людей" })}`;

/** Whether one wants or many want: to write, to come in. */
export const want = (n: number) => plural(n, { one: "хоче", other: "хочуть" });
export const wantIn = (n: number) => plural(n, { one: "хоче ввійти", other: "хочуть увійти" });

const SHORT = { hour: "год", minute: "хв", second: "с" } as const;
/** As they stand after "через" and "ще", and where they tell how long. */
const LONG = {
  hour: { one: "годину", few: "години", other: "годин" },
  minute: { one: "хвилину", few: "хвилини", other: "хвилин" },
  second: { one: "секунду", few: "секунди", other: "секунд" },
} as const;

export const { short, long, shortLeft, longLeft } = timesOf(
  (n, unit) => `${n} ${SHORT[unit]}`,
  (n, unit) => `${n} ${plural(n, LONG[unit])}`,
);

/** "о 18:00", "об 11:00". */
export const at = (time: string) => `${time.startsWith("11:") ? "об" : "о"} ${time}`;

/** Kinds of devices, as the server tells them apart. */
export const DEVICES: Record<string, string> = {
  phone: "Телефон",
  tablet: "Планшет",
  laptop: "Ноутбук",
};

/** "15 хвилин": inside a sentence that is read once. */
export const inWords = long;
