/** The names of the tools over the keyboard of a touch device. */
import type { Said } from "..";
import type { keybar as english } from "../en/keybar";

export const keybar: Said<typeof english> = {
  label: "本行的工具",
  tick: "勾选框",
  list: "列表",
  heading: "标题",
  bold: "加粗",
  italic: "斜体",
  underline: "下划线",
  strike: "删除线",
  code: "代码",
  mark: "高亮",
  link: "链接",
  address: "链接的地址",
  example: "example.org",
  set: "确定",
  unlink: "移除链接",
  back: "返回",
  noLink: "链接须是网址、邮箱或电话号码。",
  indent: "增加缩进",
  outdent: "减少缩进",
  undo: "撤销",
  picture: "图片",
  more: "更多类型",
  done: "完成",
};
