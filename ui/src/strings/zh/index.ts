/** Chinese: what is said at once. The rest is fetched behind it. */
import type { First } from "..";
import { long, longLeft, short, shortLeft } from "./numbers";
import { decided, hands, more, pad, templates, thumb } from "./pad";
import { people } from "./people";
import { start } from "./start";
import { trouble } from "./trouble";

export const words: First = {
  app: "Fadepad",
  close: "关闭",
  short,
  shortLeft,
  long,
  longLeft,
  lessThanAMinute: "不到 1 分钟",
  /** "18:00", "明天 18:00", "11月27日星期五 18:00". */
  onDay: (time: string, days: number, at: Date) => {
    if (days <= 0) return time;
    if (days === 1) return `明天 ${time}`;
    const how = { weekday: "long", day: "numeric", month: "long" } as const;
    return `${at.toLocaleDateString("zh-CN", how)} ${time}`;
  },
  pad,
  decided,
  hands,
  templates,
  thumb,
  people,
  more,
  trouble,
  start,
};

export const rest = () => import("./rest");
