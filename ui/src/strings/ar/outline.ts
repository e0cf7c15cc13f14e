/** The outline of a text, and how long it is. */
import type { Said } from "..";
import type { outline as english } from "../en/outline";
import { LOCALE, plural } from "./numbers";

const number = (n: number) => n.toLocaleString(LOCALE);

export const outline: Said<typeof english> = {
  title: "المخطط",
  headings: "العناوين",
  none: "لا عناوين بعد. ستظهر هنا حين تُكتب.",
  done: (done, of) => `أُنجز ${done} من ${of}`,
  words: (n) =>
    plural(n, {
      one: "كلمة واحدة",
      two: "كلمتان",
      few: `${number(n)} كلمات`,
      other: `${number(n)} كلمة`,
    }),
  length: (minutes, letters) =>
    `${plural(minutes, {
      one: "دقيقة واحدة",
      two: "دقيقتان",
      few: `${number(minutes)} دقائق`,
      other: `${number(minutes)} دقيقة`,
    })} للقراءة · ${plural(letters, {
      one: "حرف واحد",
      two: "حرفان",
      few: `${number(letters)} أحرف`,
      many: `${number(letters)} حرفًا`,
      other: `${number(letters)} حرف`,
    })}`,
  empty: "لم يُكتب شيء بعد.",
};
