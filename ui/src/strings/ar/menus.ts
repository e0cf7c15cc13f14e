/** Every word on the menus of the text. Apart from the others, because only the editor loads it. */
import type { Said } from "..";
import type { menus as english } from "../en/menus";

export const menus: Said<typeof english> = {
  slash: "ما يمكن وضعه هنا",
  emoji: "رموز تعبيرية",
  none: "لا شيء بهذا الاسم",
  format: "تنسيق الكلمات",
  link: "هذا الرابط",
  noLink: "الرابط يؤدي إلى عنوان ويب أو بريد أو رقم هاتف.",
  add: "إضافة سطر أدناه",
  block: "قائمة هذا السطر",
  turnInto: "تحويل إلى",
  callout: "إطار تنبيه",
  duplicate: "تكرار",
  copyLink: "نسخ رابط هذا السطر",
  lineGone: "لم يعد السطر الذي يقود إليه هذا الرابط موجودًا.",
  insert: { up: "إدراج فوقه", down: "إدراج تحته", left: "إدراج يساره", right: "إدراج يمينه" },
  move: { up: "نقل لأعلى", down: "نقل لأسفل", left: "نقل لليسار", right: "نقل لليمين" },
  words: "الكلمات",
  ground: "الخلفية",
  remove: "حذف",
  back: "رجوع",
  ofRow: "الصف",
  ofColumn: "العمود",
  header: { row: "صف عناوين", column: "عمود عناوين" },
  removeLine: { row: "حذف الصف", column: "حذف العمود" },
  row: "قائمة هذا الصف",
  column: "قائمة هذا العمود",
  cell: "قائمة هذه الخلية",
  moreRows: "إضافة صف، أو السحب للمزيد",
  moreColumns: "إضافة عمود، أو السحب للمزيد",
};
