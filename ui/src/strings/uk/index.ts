/** Ukrainian: what is said at once. The rest is fetched behind it. */
import type { First } from "..";
import { long, longLeft, short, shortLeft } from "./numbers";
import { decided, hands, more, pad, templates, thumb } from "./pad";
import { people } from "./people";
import { start } from "./start";
import { trouble } from "./trouble";

export const words: First = {
  app: "Fadepad",
  close: "Закрити",
  short,
  shortLeft,
  long,
  longLeft,
  lessThanAMinute: "менш ніж хвилину",
  /** After "о", "від" or "до": "18:00", "18:00 завтра", "18:00 (п’ятниця, 27 листопада)". */
  onDay: (time: string, days: number, at: Date) => {
    if (days <= 0) return time;
    if (days === 1) return `${time} завтра`;
    const how = { weekday: "long", day: "numeric", month: "long" } as const;
    return `${time} (${at.toLocaleDateString("uk", how)})`;
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
