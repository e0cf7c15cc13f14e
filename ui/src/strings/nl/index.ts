/** Dutch: what is said at once. The rest is fetched behind it. */
import type { First } from "..";
import { long, longLeft, short, shortLeft } from "./numbers";
import { decided, hands, more, pad, templates, thumb } from "./pad";
import { people } from "./people";
import { start } from "./start";
import { trouble } from "./trouble";

export const words: First = {
  app: "Fadepad",
  close: "Sluiten",
  short,
  shortLeft,
  long,
  longLeft,
  lessThanAMinute: "minder dan een minuut",
  /** After "tot": "18:00 uur", "morgen 18:00 uur", "vrijdag 27 november, 18:00 uur". */
  onDay: (time: string, days: number, at: Date) => {
    if (days <= 0) return `${time} uur`;
    if (days === 1) return `morgen ${time} uur`;
    const how = { weekday: "long", day: "numeric", month: "long" } as const;
    return `${at.toLocaleDateString("nl", how)}, ${time} uur`;
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
