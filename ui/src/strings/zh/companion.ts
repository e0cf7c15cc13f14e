/** What a phone shows below the text. Apart from the others, because only phones load it. */
import type { Said } from "..";
import type { companion as english } from "../en/companion";

export const companion: Said<typeof english> = {
  label: "添加到记事本",
  line: "添加一行",
  send: "发送这一行",
  where: (name: string) => `加在末尾，署名 ${name}`,
  later: (name: string) => `连接恢复后发送，署名 ${name}`,
  away: "正文还没有到，请稍后再试。",
  unsent: "没有发送：你现在只能阅读",
  photo: "照片",
  tick: "勾选",
  undo: "撤销",
  follow: "跟随",
  boxes: "这个记事本的勾选框",
  noBoxes: "这个记事本里还没有勾选框。",
  noWords: "（无文字）",
};
