/** Hebrew: who wrote what, shown beside the text on demand. */
import type { Said } from "..";
import type { who as english } from "../en/who";

export const who: Said<typeof english> = {
  show: "מי כתב מה",
  hide: "הסתרת מי כתב מה",
  showing: "מוצג מי כתב מה",
  close: "הסתרה",
  authors: "מי כתב כאן",
  only: (name) => `רק מה שנכתב בידי ${name}`,
  wrote: (names) => `נכתב בידי ${names.join(", ")}`,
  since: (time) => `מאז שיצאת, ${time}`,
  nameless: "בלי שם",
  unknown: "לא ידוע",
  why: "הובא ממקום אחר, או מלפני הפעלת השרת: איש כאן אינו יודע מי כתב את זה.",
  nothing: "עדיין לא נכתב דבר",
};
