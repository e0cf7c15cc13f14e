/** The bar that finds words in the text, and puts others in their place. */
import type { Said } from "..";
import type { find as english } from "../en/find";

export const find: Said<typeof english> = {
  label: "查找",
  words: "在正文中查找",
  count: (at: number, of: number) => `${at} / ${of}`,
  none: "没有找到",
  before: "上一处",
  next: "下一处",
  replacement: "替换为",
  replacing: "替换为其他文字",
  replace: "替换",
  all: (n: number) => `全部 ${n} 处`,
  allTold: (n: number) => `替换全部 ${n} 处`,
  replaced: (n: number) => `已替换 ${n} 处`,
};
