/** The list of all keys. */
import type { Said } from "..";
import type { keys as english } from "../en/keys";

export const keys: Said<typeof english> = {
  title: "键盘快捷键",
  page: "页面",
  lines: "行：一行或所有选中的行",
  typed: "在行首输入",
  sheet: "此列表",
  redo: "重做",
  tick: "勾选方框",
  breaks: "在同一块中换行",
  leave: "离开正文",
};
