/** The names of the tools over the keyboard of a touch device. */
import type { Said } from "..";
import type { keybar as english } from "../en/keybar";

export const keybar: Said<typeof english> = {
  label: "أدوات السطر",
  tick: "مربع اختيار",
  list: "قائمة",
  heading: "عنوان",
  bold: "غامق",
  italic: "مائل",
  underline: "تسطير",
  strike: "شطب",
  code: "نص برمجي",
  mark: "تمييز",
  link: "رابط",
  address: "عنوان الرابط",
  example: "example.org",
  set: "تعيين",
  unlink: "إزالة الرابط",
  back: "رجوع",
  noLink: "الرابط يؤدي إلى عنوان ويب أو بريد أو رقم هاتف.",
  indent: "إزاحة للداخل",
  outdent: "إزاحة للخارج",
  undo: "تراجع",
  picture: "صورة",
  more: "عناصر أخرى",
  done: "تم",
};
