/** What the text says without its menus. Apart from those, which come after it. */
import type { Said } from "..";
import type { inText as english } from "../en/inText";
import { isolated } from "../grammar";

export const inText: Said<typeof english> = {
  keys:
    `يؤدي ${isolated("Alt+F10")} إلى الأدوات، و${isolated("Shift+F10")} إلى قائمة السطر، وفي الجدول إلى قائمتي الصف والعمود أيضًا. ` +
    `وللخروج من النص: ${isolated("Escape")} ثم ${isolated("Tab")}.`,
  callouts: {
    note: "ملاحظة",
    tip: "نصيحة",
    important: "مهم",
    warning: "تحذير",
    caution: "احترس",
  },
  colour: "اللون",
  grey: "رمادي",
};
