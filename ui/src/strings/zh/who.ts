/** Chinese: who wrote what, shown beside the text on demand. */
import type { Said } from "..";
import type { who as english } from "../en/who";

export const who: Said<typeof english> = {
  show: "谁写了什么",
  hide: "隐藏谁写了什么",
  showing: "正在显示谁写了什么",
  close: "隐藏",
  authors: "在这里写过的人",
  only: (name) => `只看 ${name} 写的`,
  wrote: (names) => `作者：${names.join("、")}`,
  since: (time) => `你离开之后，${time}`,
  nameless: "未署名",
  unknown: "不明",
  why: "这是带进来的，或是服务器启动之前的内容：这里没有人知道是谁写的。",
  nothing: "还没有写任何内容",
};
