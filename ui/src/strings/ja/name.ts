/** What one is asked on coming in: a name and a colour. */
import type { Said } from "..";
import type { name as english } from "../en/name";
import { long, people } from "./numbers";

export const name: Said<typeof english> = {
  title: "お名前は？",
  lead: "カーソルの横に表示されます。ほかには何もお聞きしません。",
  label: "名前",
  colour: "色",
  colourN: (n: number) => `色${n}`,
  join: (pad: string) => `「${pad}」に参加`,
  keep: "この名前にする",
  fine: (here: number, wiped: string) =>
    `${here === 0 ? "まだ誰もいません。" : `今、${people(here)}います。`}${wiped}`,
  wiped: (ttl: number) => `本文は、最後の人が退室してから${long(ttl)}後に消去されます。`,
  wipedAt: (time: string) => `本文は、人がいても${time}に消去されます。`,
  kept: (hardEnd: string) =>
    `本文はホストが終了するまで、最長で${hardEnd}まで残り、その後消去されます。`,
  saves: "ホストのパソコンにコピーが残ります。",
  change: "名前と色",
};
