/** The outline of a text, and how long it is. */
import type { Said } from "..";
import type { outline as english } from "../en/outline";
import { plural } from "./numbers";

const number = (n: number) => n.toLocaleString("he");

export const outline: Said<typeof english> = {
  title: "מבנה",
  headings: "כותרות",
  none: "עוד אין כותרות. הן יופיעו כאן כשייכתבו.",
  done: (done, of) => `בוצעו ${done} מתוך ${of}`,
  words: (n) => plural(n, { one: "מילה אחת", two: "שתי מילים", other: `${number(n)} מילים` }),
  length: (minutes, letters) =>
    `זמן קריאה: ${plural(minutes, { one: "דקה אחת", two: "שתי דקות", other: `${number(minutes)} דקות` })} · ` +
    plural(letters, { one: "תו אחד", two: "שני תווים", other: `${number(letters)} תווים` }),
  empty: "עוד לא נכתב דבר.",
};
