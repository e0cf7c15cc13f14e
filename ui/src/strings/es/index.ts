/** Spanish: what is said at once. The rest is fetched behind it. */
import type { First } from "..";
import { long, longLeft, short, shortLeft } from "./numbers";
import { decided, hands, more, pad, templates, thumb } from "./pad";
import { people } from "./people";
import { start } from "./start";
import { trouble } from "./trouble";

export const words: First = {
  app: "Fadepad",
  close: "Cerrar",
  short,
  shortLeft,
  long,
  longLeft,
  lessThanAMinute: "menos de un minuto",
  /** After "a las": "18:00", "18:00 de mañana", "18:00 del viernes, 27 de noviembre". */
  onDay: (time: string, days: number, at: Date) => {
    if (days <= 0) return time;
    if (days === 1) return `${time} de mañana`;
    const how = { weekday: "long", day: "numeric", month: "long" } as const;
    return `${time} del ${at.toLocaleDateString("es", how)}`;
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
