/** Arabic: what is said at once. The rest is fetched behind it. */
import type { First } from "..";
import { LOCALE, long, longLeft, short, shortLeft } from "./numbers";
import { decided, hands, more, pad, templates, thumb } from "./pad";
import { people } from "./people";
import { start } from "./start";
import { trouble } from "./trouble";

export const words: First = {
  app: "Fadepad",
  close: "إغلاق",
  short,
  shortLeft,
  long,
  longLeft,
  lessThanAMinute: "أقل من دقيقة",
  /** "18:00", "18:00 غدًا", "18:00 يوم الجمعة، 27 نوفمبر". */
  onDay: (time, days, at) => {
    if (days <= 0) return time;
    if (days === 1) return `${time} غدًا`;
    const how = { weekday: "long", day: "numeric", month: "long" } as const;
    return `${time} يوم ${at.toLocaleDateString(LOCALE, how)}`;
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
