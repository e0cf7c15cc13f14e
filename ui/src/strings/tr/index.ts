/** Turkish: what most pages say. The rest comes with its part: the wall's, the host's, the menus' sentences. */
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
  close: "Kapat",
  short,
  shortLeft,
  long,
  longLeft,
  lessThanAMinute: "bir dakikadan az",
  /** "18:00", "yarın 18:00", "27 Kasım Cuma 18:00". */
  onDay: (time, days, at) => {
    if (days <= 0) return time;
    if (days === 1) return `yarın ${time}`;
    const how = { weekday: "long", day: "numeric", month: "long" } as const;
    return `${at.toLocaleDateString("tr", how)} ${time}`;
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
