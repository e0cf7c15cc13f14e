/** What a host reads who makes new links; fetched only then. */
import type { Said } from "..";
import type { newLinks as english } from "../en/newLinks";
import { isolated } from "../grammar";

const WHAT = { edit: "للكتابة", view: "للقراءة", host: "للمضيفين" } as const;

export const newLinks: Said<typeof english> = {
  open: "روابط جديدة…",
  title: "روابط جديدة",
  what: "يتوقف عمل الروابط الموزعة حتى الآن.",
  which: "أي روابط",
  of: WHAT,
  /** What becomes of whom. */
  whatOf: {
    edit: "كل من دخل بالرابط أو الرمز القديم عليه المسح مجددًا. ويتغيّر الرمز، هنا وعلى الشاشة الكبيرة.",
    view: "كل من دخل برابط القراءة القديم يحتاج إلى الجديد. ويبقى الرمز.",
    host:
      "كل من يستضيف برابط المضيف يحتاج إلى الجديد، ما عداك ومن مُنح الاستضافة في هذه القائمة. " +
      "والرابط الجديد في عنوان هذه الصفحة.",
  },
  /** The door is closed: nobody who is out comes back. */
  closed: "والباب مغلق: لا يعود أحد منهم قبل فتحه.",
  make: "إنشاء روابط جديدة",
  keep: "إبقاء القديمة",
  away: "لا اتصال الآن. يمكن ذلك حين يعود.",
  made: (role, by) =>
    by
      ? `روابط جديدة ${WHAT[role]} من ${isolated(by)}. والقديمة لم تعد تفتح شيئًا.`
      : `هناك روابط جديدة ${WHAT[role]}. والقديمة لم تعد تفتح شيئًا.`,
};
