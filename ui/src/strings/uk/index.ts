/** Ukrainian: what most pages say. The rest comes with its part: the wall's, the host's, the menus' sentences. */
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
  close: "Закрити",
  short,
  shortLeft,
  long,
  longLeft,
  lessThanAMinute: "менш ніж хвилину",
  /** After "о", "від" or "до": "18:00", "18:00 завтра", "18:00 (п’ятниця, 27 листопада)". */
  onDay: (time: string, days: number, at: Date) => {
    if (days <= 0) return time;
    if (days === 1) return `${time} завтра`;
    const how = { weekday: "long", day: "numeric", month: "long" } as const;
    return `${time} (${at.toLocaleDateString("uk", how)})`;
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
