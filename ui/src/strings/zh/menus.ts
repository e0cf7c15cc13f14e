/** Every word on the menus of the text. Apart from the others, because only the editor loads it. */
import type { Said } from "..";
import type { menus as english } from "../en/menus";

export const menus: Said<typeof english> = {
  slash: "这里可以插入的内容",
  emoji: "表情符号",
  none: "没有这个名称的内容",
  format: "设置文字格式",
  link: "这个链接",
  noLink: "链接须是网址、邮箱或电话号码。",
  add: "在下方添加一行",
  block: "这一行的菜单",
  turnInto: "转换为",
  callout: "提示框",
  duplicate: "复制一份",
  copyLink: "复制此行的链接",
  lineGone: "此链接指向的那一行已经不在了。",
  insert: { up: "在上方插入", down: "在下方插入", left: "在左侧插入", right: "在右侧插入" },
  move: { up: "上移", down: "下移", left: "左移", right: "右移" },
  words: "文字",
  ground: "背景",
  remove: "删除",
  back: "返回",
  ofRow: "行",
  ofColumn: "列",
  header: { row: "标题行", column: "标题列" },
  removeLine: { row: "删除行", column: "删除列" },
  row: "表格行的菜单",
  column: "表格列的菜单",
  cell: "单元格的菜单",
  moreRows: "添加一行，拖动可添加多行",
  moreColumns: "添加一列，拖动可添加多列",
};
