/** Numbers, times and things as sentences say them. */
import { timesOf } from "../times";

/** "4명". */
export const people = (n: number) => `${n}명`;

const UNITS = { hour: "시간", minute: "분", second: "초" } as const;

/** "15분", "1시간 30분": the same where room is short. */
export const { short, long, shortLeft, longLeft } = timesOf(
  (n, unit) => `${n}${UNITS[unit]}`,
  (n, unit) => `${n}${UNITS[unit]}`,
);

/** Kinds of devices, as the server tells them apart. */
export const DEVICES: Record<string, string> = {
  phone: "휴대폰",
  tablet: "태블릿",
  laptop: "노트북",
};

/** Inside a sentence that is read once: digits are quiet enough there. */
export const inWords = long;
