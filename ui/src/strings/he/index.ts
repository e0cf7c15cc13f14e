/** Hebrew: what is said at once. The rest is fetched behind it. */
import type { First } from "..";
import { long, longLeft, short, shortLeft } from "./numbers";
import { decided, hands, more, pad, templates, thumb } from "./pad";
import { people } from "./people";
import { start } from "./start";
import { trouble } from "./trouble";

export const words: First = {
  app: "Fadepad",
  close: "סגירה",
  short,
  shortLeft,
  long,
  longLeft,
  lessThanAMinute: "פחות מדקה",
  /** "18:00", "18:00 מחר", "18:00 ביום שישי, 27 בנובמבר". */
  onDay: (time, days, at) => {
    if (days <= 0) return time;
    if (days === 1) return `${time} מחר`;
    const how = { weekday: "long", day: "numeric", month: "long" } as const;
    return `${time} ב${at.toLocaleDateString("he", how)}`;
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
