/** English: what most pages say. The rest comes with its part: the wall's, the host's, the menus' sentences. */
import { call } from "./ending";
import { left } from "./left";
import { life } from "./life";
import { name } from "./name";
import { long, longLeft, short, shortLeft } from "./numbers";
import { decided, hands, more, pad, templates, thumb } from "./pad";
import { people } from "./people";
import { start } from "./start";
import { trouble } from "./trouble";

export const en = {
  app: "Fadepad",
  close: "Close",
  short,
  shortLeft,
  long,
  longLeft,
  lessThanAMinute: "less than a minute",
  /** "18:00", "18:00 tomorrow", "18:00 on Friday 27 November". */
  onDay: (time: string, days: number, at: Date) => {
    if (days <= 0) return time;
    if (days === 1) return `${time} tomorrow`;
    const how = { weekday: "long", day: "numeric", month: "long" } as const;
    return `${time} on ${at.toLocaleDateString("en-GB", how)}`;
  },
  name,
  pad,
  decided,
  hands,
  templates,
  thumb,
  life,
  people,
  more,
  call,
  left,
  trouble,
  start,
} as const;
