/** What a host reads of who brought what; fetched only then. */
import type { Said } from "..";
import type { brought as english } from "../en/brought";
import { short } from "./numbers";

export const brought: Said<typeof english> = {
  parts: (n: number) => `带来了 ${n} 处无法显示的内容`,
  show: "查看",
  remove: "移除",
  of: (name: string) => `${name} 带来的内容`,
  sure: (n: number) => `要为所有人移除这 ${n} 处吗？`,
  keep: "保留",
  removed: "已为所有人移除。",
  bringBack: "恢复",
  fills: (percent: number) => `占了记事本的 ${percent}%`,
  unseen: "大部分不显示在任何页面上",
  hasLeft: "已离开",
  left: "某个已离开的人",
  nameless: "没有署名的人",
  unknown: "来源不明的人",
  guessing: (wrong: number, ago: number) =>
    `有人在试加入码：十分钟内错了 ${wrong} 次，最近一次在 ${short(ago)}前。` +
    "对方须等待一段时间，加入码不变。",
  readers: (n: number) => `${n} 个程序在跟读正文`,
  more: (n: number) => `另有 ${n} 个`,
};
