/** Every sentence on the wall. Apart from the others, because only the projector page loads it. */
import type { Said } from "..";
import type { wall as english } from "../en/wall";
import { long, shortLeft } from "./numbers";

const stored = (saves: boolean): string => (saves ? "主持人会留一份副本。" : "不存储任何内容。");

export const wall: Said<typeof english> = {
  scan: "扫码，或输入",
  scanRead: "扫码阅读",
  after: "然后扫码，或输入",
  afterRead: "然后扫码阅读",
  here: (name: string) => `${name} 来了`,
  isHere: "来了",
  asks: "申请编辑",
  ask: (n: number) => `${n} 人申请编辑：`,
  nobody: "还没有人来。",
  alive: (ttl: number, saves: boolean) => `有人在就保留，之后再留 ${long(ttl)}。${stored(saves)}`,
  stored,
  blocked: "这个网络能显示大屏页面，但看不到谁在场。请换一种方式打开。",
  fading: (left: number) =>
    `没有人在。这个记事本 ${left < 60 ? long(left) : shortLeft(left)}后消失。`,
  knocks: (n: number) => `${n} 人在等着进来`,
  letsIn: "由主持人让大家进来。",
  pin: "以及 PIN，请问主持人",
  knockFirst: "新来的人先敲门，主持人会让他们进来。",
  closed: "门关着，新来的人现在进不来。",
  tools: "大屏",
  /** A button that is pressed while it is shown. */
  text: "文字",
  theText: "文字内容",
  headings: "标题",
  empty: "还没有写任何内容。",
  /** Whom it follows. */
  shows: (name: string) => `${name} 正在展示`,
  /** To everyone who writes. */
  told: "文字现在显示在大屏上：房间里的人都能看到。",
  toldNoMore: "文字不再显示在大屏上。",
  full: "全屏",
  light: "浅色",
  dark: "深色",
  wifi: "Wi-Fi…",
  wifiTitle: "同时显示 Wi-Fi 二维码",
  wifiLead: "大家先扫它，就能连上同一个网络。它只留在这个页面里，关闭页面就没有了。",
  wifiName: "网络名称",
  wifiPassword: "密码（如果有）",
  wifiShow: "显示",
  wifiHide: "不再显示",
  wifiQr: (name: string) => `Wi-Fi ${name} 的二维码`,
  wifiFirst: "先连 Wi-Fi",
};
