/** German: what most pages say. The rest comes with its part: the wall's, the host's, the menus' sentences. */
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
