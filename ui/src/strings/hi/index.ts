/** Hindi: what is said at once. The rest is fetched behind it. */
import type { First } from "..";
import { long, longLeft, short, shortLeft } from "./numbers";
import { decided, hands, more, pad, templates, thumb } from "./pad";
import { people } from "./people";
import { start } from "./start";
import { trouble } from "./trouble";

export const words: First = {
  app: "Fadepad",
  close: "बंद करें",
  short,
  shortLeft,
  long,
  longLeft,
  lessThanAMinute: "एक मिनट से कम",
  /** "18:00", "कल 18:00", "शुक्रवार, 27 नवंबर को 18:00". */
  onDay: (time, days, at) => {
    if (days <= 0) return time;
    if (days === 1) return `कल ${time}`;
    const how = { weekday: "long", day: "numeric", month: "long" } as const;
    return `${at.toLocaleDateString("hi", how)} को ${time}`;
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
