/** Numbers, times and things as sentences say them. */
import { timesOf } from "../times";

/** "4人". */
export const people = (n: number) => `${n}人`;

const UNITS = { hour: "時間", minute: "分", second: "秒" } as const;

const told = timesOf(
  (n, unit) => `${n}${UNITS[unit]}`,
  (n, unit) => `${n}${UNITS[unit]}`,
);
/** No space stands between units. */
const close = (say: (s: number) => string) => (s: number) => say(s).replaceAll(" ", "");

/** "15分", "1時間30分": the same where room is short. */
export const long = close(told.long);
export const longLeft = close(told.longLeft);
export const short = close(told.short);
export const shortLeft = close(told.shortLeft);

/** Kinds of devices, as the server tells them apart. */
export const DEVICES: Record<string, string> = {
  phone: "スマートフォン",
  tablet: "タブレット",
  laptop: "パソコン",
};

/** Inside a sentence that is read once: digits are quiet enough there. */
export const inWords = long;
