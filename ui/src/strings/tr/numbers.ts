/** Numbers, times and things as sentences say them. */
import { timesOf } from "../times";

/** "1 kişi", "4 kişi". */
export const people = (n: number) => `${n} kişi`;

const SHORT = { hour: "sa", minute: "dk", second: "sn" } as const;
const LONG = { hour: "saat", minute: "dakika", second: "saniye" } as const;

export const { short, long, shortLeft, longLeft } = timesOf(
  (n, unit) => `${n} ${SHORT[unit]}`,
  (n, unit) => `${n} ${LONG[unit]}`,
);

type Ending = readonly [at: string, to: string, since: string];
const OF_E: Ending = ["de", "e", "den"];
const OF_E_HARD: Ending = ["te", "e", "ten"];
const OF_A: Ending = ["da", "a", "dan"];
const OF_I: Ending = ["de", "ye", "den"];

/** What follows a number, by its last word: "18:00’de", "18:30’a", "18:06’dan". */
const ENDINGS: Record<number, Ending> = {
  0: OF_A,
  1: OF_E,
  2: OF_I,
  3: OF_E_HARD,
  4: OF_E_HARD,
  5: OF_E_HARD,
  6: ["da", "ya", "dan"],
  7: OF_I,
  8: OF_E,
  9: OF_A,
  10: OF_A,
  20: OF_I,
  30: OF_A,
  40: ["ta", "a", "tan"],
  50: OF_I,
};

/** A full hour is read as its hour alone. Of what ends in no time the word "saat" takes the ending. */
function ended(time: string, which: 0 | 1 | 2): string {
  const [, hour = "", minute = ""] = /(\d\d?):(\d\d)$/.exec(time) ?? [];
  if (!hour) return `${time} ${["saatinde", "saatine", "saatinden"][which]}`;
  const n = Number(minute) || Number(hour);
  return `${time}’${(ENDINGS[n % 10 || n] ?? OF_A)[which]}`;
}

/** "18:00’de" */
export const atTime = (time: string) => ended(time, 0);
/** "18:00’e" */
export const untilTime = (time: string) => ended(time, 1);
/** "18:00’den" */
export const sinceTime = (time: string) => ended(time, 2);

/** Kinds of devices, as the server tells them apart. */
export const DEVICES: Record<string, string> = {
  phone: "Bir telefon",
  tablet: "Bir tablet",
  laptop: "Bir dizüstü bilgisayar",
};

/** Inside a sentence that is read once. */
export const inWords = long;
