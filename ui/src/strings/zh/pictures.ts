/** Pictures and other files in the text. Apart from the others, because only the editor loads it. */
import type { Said } from "..";
import type { pictures as english } from "../en/pictures";

export const pictures: Said<typeof english> = {
  picture: "图片",
  pictureHint: "从这台设备添加",
  file: "文件",
  fileHint: "PDF 或其他文件，供大家保存",
  group: "媒体",
  brings: (name: string, isPicture: boolean): [string, string] => [
    name || "有人",
    isPicture ? " 正在添加图片" : " 正在添加文件",
  ],
  of: (sent: string, total: string) => `${sent} / ${total}`,
  waits: "正在排队",
  pauses: "连接断开了，稍后会自动继续。",
  gone: (isPicture: boolean) => (isPicture ? "这张图片没有送达。" : "这个文件没有送达。"),
  away: "这张图片已经不在这里了。",
  cancel: "取消",
  again: "再试一次",
  remove: "移除",
  tooLarge: (size: string, most: string) => `这个文件有 ${size}，最多可放 ${most}。`,
  empty: "这个文件是空的。",
  heic: "这个浏览器读不了 HEIC 图片。请改用 JPEG，或从拍摄的手机上发送。",
  unreadable: "这里读不了这张图片。请改用 JPEG 或 PNG。",
  refused: "记事本现在不收这个文件。",
  full: "查看大图",
  keep: "保存这张图片",
  close: "关闭",
  before: "上一张图片",
  next: "下一张图片",
  count: (at: number, all: number) => `${at} / ${all}`,
};
