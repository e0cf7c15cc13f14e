/** Italian: what is said at once. The rest is fetched behind it. */
import type { First } from "..";
import { long, longLeft, short, shortLeft } from "./numbers";
import { decided, hands, more, pad, templates, thumb } from "./pad";
import { people } from "./people";
import { start } from "./start";
import { trouble } from "./trouble";

export const words: First = {
  app: "Fadepad",
  close: "Chiudi",
  short,
  shortLeft,
  long,
  longLeft,
  lessThanAMinute: "meno di un minuto",
  /** After a verb: "alle 18:00", "domani alle 18:00", "venerdì 27 novembre alle 18:00". */
  onDay: (time: string, days: number, at: Date) => {
    if (days <= 0) return `alle ${time}`;
    if (days === 1) return `domani alle ${time}`;
    const how = { weekday: "long", day: "numeric", month: "long" } as const;
    return `${at.toLocaleDateString("it", how)} alle ${time}`;
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
