/** What the text says without its menus. Apart from those, which come after it. */
import type { Said } from "..";
import type { inText as english } from "../en/inText";

export const inText: Said<typeof english> = {
  keys:
    "按 Alt 和 F10 进入工具，按 Shift 和 F10 打开本行的菜单，在表格里还有行和列的菜单；" +
    "先按 Escape，再按 Tab，离开正文。",
  callouts: {
    note: "说明",
    tip: "技巧",
    important: "重要",
    warning: "警告",
    caution: "当心",
  },
  colour: "颜色",
  grey: "灰色",
};
