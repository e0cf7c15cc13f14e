/** What the text says without its menus. Apart from those, which come after it. */
import type { Said } from "..";
import type { inText as english } from "../en/inText";

export const inText: Said<typeof english> = {
  keys:
    "AltとF10でツールへ、ShiftとF10で行のメニューへ移ります。表では行と列のメニューも開きます。" +
    "Escapeに続けてTabを押すと、本文から離れます。",
  callouts: {
    note: "メモ",
    tip: "ヒント",
    important: "重要",
    warning: "警告",
    caution: "注意",
  },
  colour: "色",
  grey: "グレー",
};
