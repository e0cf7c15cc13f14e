/** The outline of a text, and how long it is. */
import type { Said } from "..";
import type { outline as english } from "../en/outline";

const number = (n: number) => n.toLocaleString("zh-CN");

export const outline: Said<typeof english> = {
  title: "大纲",
  headings: "标题",
  none: "还没有标题，写下后会列在这里。",
  done: (done: number, of: number) => `已完成 ${done} / ${of}`,
  words: (n: number) => `${number(n)} 个词`,
  length: (minutes: number, letters: number) =>
    `约 ${number(minutes)} 分钟读完 · ${number(letters)} 个字`,
  empty: "还什么都没有写。",
};
