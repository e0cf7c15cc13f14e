/** Pictures and other files in the text. Apart from the others, because only the editor loads it. */
import type { Said } from "..";
import type { pictures as english } from "../en/pictures";
import { isolated } from "../grammar";

export const pictures: Said<typeof english> = {
  picture: "صورة",
  pictureHint: "من هذا الجهاز",
  file: "ملف",
  fileHint: "ملف PDF أو غيره، للحفظ",
  group: "وسائط",
  brings: (name, isPicture) => [
    name ? isolated(name) : "شخص ما",
    isPicture ? " – صورة في الطريق" : " – ملف في الطريق",
  ],
  of: (sent, total) => `${isolated(sent)} من ${isolated(total)}`,
  waits: "في انتظار الدور",
  pauses: "انقطع الاتصال. ويتابع الإرسال تلقائيًا.",
  gone: (isPicture) => (isPicture ? "لم تصل هذه الصورة." : "لم يصل هذا الملف."),
  away: "لم تعد هذه الصورة هنا.",
  cancel: "إلغاء",
  again: "إعادة المحاولة",
  remove: "إزالة",
  tooLarge: (size, most) =>
    `حجم هذا الملف ${isolated(size)}. والحد الأقصى للملفات ${isolated(most)}.`,
  empty: "هذا الملف فارغ.",
  heic: "هذا المتصفح لا يقرأ الصور بصيغة HEIC. يمكن إرسالها بصيغة JPEG، أو من الهاتف الذي التقطها.",
  unreadable: "لا يمكن قراءة هذه الصورة هنا. يمكن إرسالها بصيغة JPEG أو PNG.",
  refused: "لا يقبل الدفتر هذا الملف الآن.",
  full: "عرضها كاملة",
  keep: "حفظ هذه الصورة",
  close: "إغلاق",
  before: "الصورة السابقة",
  next: "الصورة التالية",
  count: (at, all) => `${at} من ${all}`,
};
