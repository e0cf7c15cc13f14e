/** Polish: what is said at once. The rest is fetched behind it. */
import type { First } from "..";
import { long, longLeft, short, shortLeft } from "./numbers";
import { decided, hands, more, pad, templates, thumb } from "./pad";
import { people } from "./people";
import { start } from "./start";
import { trouble } from "./trouble";

export const words: First = {
  app: "Fadepad",
  close: "Zamknij",
  short,
  shortLeft,
  long,
  longLeft,
  lessThanAMinute: "mniej niż minutę",
  /** After "o", "od" or "do": "18:00", "18:00 jutro", "18:00 (piątek, 27 listopada)". */
  onDay: (time: string, days: number, at: Date) => {
    if (days <= 0) return time;
    if (days === 1) return `${time} jutro`;
    const how = { weekday: "long", day: "numeric", month: "long" } as const;
    return `${time} (${at.toLocaleDateString("pl", how)})`;
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
