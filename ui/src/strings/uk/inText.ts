/** What the text says without its menus. Apart from those, which come after it. */
import type { Said } from "..";
import type { inText as english } from "../en/inText";

export const inText: Said<typeof english> = {
  keys:
    "Alt і F10 ведуть до інструментів, Shift і F10 — до меню рядка, а в таблиці також її рядка " +
    "та стовпця; Escape, а потім Tab, виводить із тексту.",
  callouts: {
    note: "Примітка",
    tip: "Порада",
    important: "Важливо",
    warning: "Попередження",
    caution: "Обережно",
  },
  colour: "Колір",
  grey: "Сірий",
};
