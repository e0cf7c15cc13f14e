/** What one is asked on coming in: a name and a colour. */
import type { Said } from "..";
import type { name as english } from "../en/name";
import { long, people } from "./numbers";

export const name: Said<typeof english> = {
  title: "怎么称呼你？",
  lead: "名字显示在你的光标旁。别的什么也不问。",
  label: "名字",
  colour: "颜色",
  colourN: (n: number) => `颜色 ${n}`,
  join: (pad: string) => `加入 ${pad}`,
  keep: "就用这个名字",
  fine: (here: number, wiped: string) =>
    `${here === 0 ? "还没有其他人在。" : `现在有 ${people(here)}在。`}${wiped}`,
  wiped: (ttl: number) => `最后一人离开后，过 ${long(ttl)}清除文字。`,
  wipedAt: (time: string) => `文字会在 ${time} 清除，有人在也一样。`,
  kept: (hardEnd: string) => `文字保留到主持人结束为止，最晚到 ${hardEnd}，然后清除。`,
  saves: "主持人的电脑会留一份副本。",
  change: "你的名字和颜色",
};
