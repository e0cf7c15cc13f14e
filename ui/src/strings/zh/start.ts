/** The start page, and the page of a new pad. */
import type { Said } from "..";
import type { fresh as freshEnglish, start as startEnglish } from "../en/start";
import { long, people } from "./numbers";

const waitOf = (wait: number | null) => long(wait === null ? 60 : Math.max(1, wait));

export const start: Said<typeof startEnglish> = {
  title: "Fadepad",
  lead: "请输入大屏上的加入码。",
  label: "加入码",
  join: "加入",
  joining: "正在打开…",
  notInAlphabet: (letters: string) =>
    `加入码里没有 ${letters}，因为 O 和 0，I、L 和 1，U 和 V 容易看错。请再看一眼大屏。`,
  unknown: "这里没有这个加入码。加入码有六个字符，例如 K7Q\u00a0PM3。",
  ended: "那个记事本已结束。",
  tooMany: (wait: number | null) => `试的次数太多了。请过 ${waitOf(wait)}再试。`,
  notNow: (wait: number | null) => `主持人现在不能让你进来。请过 ${waitOf(wait)}再试。`,
  tryNow: "现在可以再试了。",
  closed: "那个记事本暂时不让新来的人进入，请问一下主持人。",
  pin: "PIN",
  pinNeeded: "这个记事本还需要 PIN，请问一下主持人。",
  pinWrong: "这不是这个记事本的 PIN。请再看一眼，或问一下主持人。",
  offline: "无法连接 Fadepad。这台设备还在同一个网络里吗？",
  newPad: "新建记事本",
  near: "在这个网络里",
  nearOn: (host: string) => `在 ${host} 上`,
  nearFading: "正在消失",
  nearWaiting: "还没有人",
  nearPeople: people,
};

export const fresh: Said<typeof freshEnglish> = {
  title: "新建记事本",
  lead: "有人在，它就在。",
  lives: (ttl: number) => `有人在，它就在；人走后再留 ${long(ttl)}。`,
  unkept: "不会存储任何内容。",
  unread: (said: readonly string[]) => `链接里的 ${said.join("、")} 无法识别，将按默认处理。`,
  kept: "结束时，主持人的电脑会留一份副本。",
  label: "名称（可以不填）",
  hint: "小写字母、数字、- 和 _",
  create: "打开记事本",
  withFile: "用文件开始…",
  beginsWith: (file: string) => `以 ${file} 开始。`,
  without: "不用文件",
  taken: "已经有同名的记事本，请换一个名称。",
  hostOnly: "这里只有主持人能新建记事本。",
  badName: "请用小写字母、数字、- 和 _，最多 64 个字符。",
};
