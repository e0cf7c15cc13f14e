/** Arabic: who wrote what, shown beside the text on demand. */
import type { Said } from "..";
import type { who as english } from "../en/who";

export const who: Said<typeof english> = {
  show: "من كتب ماذا",
  hide: "إخفاء من كتب ماذا",
  showing: "يظهر الآن من كتب ماذا",
  close: "إخفاء",
  authors: "من كتب هنا",
  only: (name) => `ما كتبه ${name} فقط`,
  wrote: (names) => `بقلم: ${names.join("، ")}`,
  since: (time) => `منذ مغادرتك، ${time}`,
  nameless: "بلا اسم",
  unknown: "غير معروف",
  why: "جيء به من مكان آخر، أو من قبل تشغيل الخادم: لا أحد هنا يعرف من كتبه.",
  nothing: "لم يُكتب شيء بعد",
};
