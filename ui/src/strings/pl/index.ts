/** Polish: what most pages say. The rest comes with its part: the wall's, the host's, the menus' sentences. */
import type { Strings } from "..";
import { ended, left } from "./ended";
import { call, end } from "./ending";
import { life, steer } from "./life";
import { name } from "./name";
import { long, longLeft, short, shortLeft } from "./numbers";
import { decided, hands, more, pad, templates, thumb } from "./pad";
import { people } from "./people";
import { share } from "./share";
import { fresh, start } from "./start";
import { trouble } from "./trouble";

export const words: Strings = {
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
  name,
  pad,
  decided,
  hands,
  templates,
  thumb,
  life,
  steer,
  people,
  share,
  more,
  end,
  call,
  left,
  ended,
  trouble,
  start,
  fresh,
};
