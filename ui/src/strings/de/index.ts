/** German: what is said at once. The rest is fetched behind it. */
import type { First } from "..";
import { long, longLeft, short, shortLeft } from "./numbers";
import { decided, hands, more, pad, templates, thumb } from "./pad";
import { people } from "./people";
import { start } from "./start";
import { trouble } from "./trouble";

export const words: First = {
  app: "Fadepad",
  close: "Schließen",
  short,
  shortLeft,
  long,
  longLeft,
  lessThanAMinute: "weniger als einer Minute",
  /** After "bis": "18:00 Uhr", "morgen, 18:00 Uhr", "Freitag, 27. November, 18:00 Uhr". */
  onDay: (time: string, days: number, at: Date) => {
    if (days <= 0) return `${time} Uhr`;
    if (days === 1) return `morgen, ${time} Uhr`;
    const how = { weekday: "long", day: "numeric", month: "long" } as const;
    return `${at.toLocaleDateString("de", how)}, ${time} Uhr`;
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
