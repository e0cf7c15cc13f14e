/** Numbers, times and things as sentences say them. */
import { timesOf } from "../times";

/** "4 人". */
export const people = (n: number) => `${n} 人`;

const UNITS = { hour: "小时", minute: "分钟", second: "秒" } as const;

/** "15 分钟", "1 小时 30 分钟": the same where room is short. */
export const { short, long, shortLeft, longLeft } = timesOf(
  (n, unit) => `${n} ${UNITS[unit]}`,
  (n, unit) => `${n} ${UNITS[unit]}`,
);

/** Kinds of devices, as the server tells them apart. */
export const DEVICES: Record<string, string> = {
  phone: "手机",
  tablet: "平板",
  laptop: "电脑",
};

/** Inside a sentence that is read once: digits are quiet enough there. */
export const inWords = long;
