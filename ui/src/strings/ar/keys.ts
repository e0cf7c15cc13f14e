/** The list of all keys. */
import type { Said } from "..";
import type { keys as english } from "../en/keys";

export const keys: Said<typeof english> = {
  title: "اختصارات لوحة المفاتيح",
  page: "الصفحة",
  lines: "السطور، واحد أو كل المحدد",
  typed: "ما يُكتب في أول السطر",
  sheet: "هذه القائمة",
  redo: "إعادة",
  tick: "وضع علامة في مربع",
  breaks: "سطر جديد في الكتلة نفسها",
  leave: "مغادرة النص",
};
