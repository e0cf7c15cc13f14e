/** Turkish: what is said at once. The rest is fetched behind it. */
import type { First } from "..";
import { long, longLeft, short, shortLeft } from "./numbers";
import { decided, hands, more, pad, templates, thumb } from "./pad";
import { people } from "./people";
import { start } from "./start";
import { trouble } from "./trouble";

export const words: First = {
  app: "Fadepad",
  close: "Kapat",
  short,
  shortLeft,
  long,
  longLeft,
  lessThanAMinute: "bir dakikadan az",
  /** "18:00", "yarın 18:00", "27 Kasım Cuma 18:00". */
  onDay: (time, days, at) => {
    if (days <= 0) return time;
    if (days === 1) return `yarın ${time}`;
    const how = { weekday: "long", day: "numeric", month: "long" } as const;
    return `${at.toLocaleDateString("tr", how)} ${time}`;
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
