/** Portuguese: what is said at once. The rest is fetched behind it. */
import type { First } from "..";
import { long, longLeft, short, shortLeft } from "./numbers";
import { decided, hands, more, pad, templates, thumb } from "./pad";
import { people } from "./people";
import { start } from "./start";
import { trouble } from "./trouble";

export const words: First = {
  app: "Fadepad",
  close: "Fechar",
  short,
  shortLeft,
  long,
  longLeft,
  lessThanAMinute: "menos de um minuto",
  /** After "às": "18:00", "18:00 de amanhã", "18:00 de sexta-feira, 27 de novembro". */
  onDay: (time: string, days: number, at: Date) => {
    if (days <= 0) return time;
    if (days === 1) return `${time} de amanhã`;
    const how = { weekday: "long", day: "numeric", month: "long" } as const;
    return `${time} de ${at.toLocaleDateString("pt", how)}`;
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
