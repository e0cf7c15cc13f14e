/** How long a pad lives, and what its host decides about that. */
import type { Said } from "..";
import type { life as lifeEnglish, steer as steerEnglish } from "../en/life";
import { afterwards } from "./ending";
import { long, short } from "./numbers";

export const life: Said<typeof lifeEnglish> = {
  label: "这个记事本保留多久",
  title: "这个记事本保留多久",
  alive: (ttl: number) => `有人在就保留，之后再留 ${short(ttl)}`,
  alivePhone: "有人在就保留",
  until: (time: string) => `保留到 ${time}`,
  kept: "保留到主持人结束为止",
  ends: (left: string) => `${left}后结束`,
  fades: (left: string) => `${left}后消失`,
  connecting: "正在打开…",
  lost: "正在重新连接…",
  ended: "已结束",
  what: (ttl: number, saves: boolean) =>
    `最后一人离开后，正文再保留 ${long(ttl)}，然后从内存中清除${afterwards(saves)}`,
  whatUntil: (time: string, saves: boolean) =>
    `不论有没有人在，记事本都保留到 ${time}。然后，文字从内存中清除${afterwards(saves)}`,
  whatKept: (hardEnd: string | null) =>
    "记事本一直保留，没有人在也一样，直到主持人改变决定。" +
    `${hardEnd ? `最晚在 ${hardEnd} 结束` : "到了最长保留时间，它就会结束"}，之前会告知在场的所有人。`,
  hard: (time: string) => `它会在 ${time} 结束，有人在也一样。`,
  where: (saves: boolean) =>
    "文字在提供这个记事本的电脑的内存里，也在显示它的页面里。" +
    (saves ? "Fadepad 在记事本结束时才写入磁盘。" : "Fadepad 不会写入任何磁盘。"),
  whoDecides: "保留多久由主持人决定，在场的人都能立即看到。",
  saved: "你写的内容都已送达。",
  sending: "正在发送你写的内容…",
  held: "你最后写的内容发不出去，只在这个页面里。",
  waiting: "你写的内容先留在这个页面里，连接恢复后发送。",
  reading: "你可以在这里阅读。",
};

export const steer: Said<typeof steerEnglish> = {
  detour: "这个网络无法建立实时连接。内容仍会全部送达，只是稍晚一点。",
  label: "这个记事本怎样保留",
  fade: "有人用时",
  until: "到某个时间",
  keep: "由我决定",
  graces: "最后一人离开后",
  grace: (ttl: number) => `最后一人离开后 ${long(ttl)}`,
  time: "保留到",
  set: "设定",
  untilHint: "到时就结束，有人在也一样。",
  tomorrow: "这是明天的时间。",
  tooLate: (hardEnd: string | null) =>
    "这超出了记事本能保留的时间。" +
    `${hardEnd ? `它会保留到 ${hardEnd}` : "它会保留到最长时间"}，结束前会告知所有人。`,
  keepHint: (hardEnd: string | null) =>
    "所有人离开后，它仍然保留。" +
    `${hardEnd ? `最晚在 ${hardEnd} 结束` : "到了最长保留时间，它就会结束"}。`,
};
