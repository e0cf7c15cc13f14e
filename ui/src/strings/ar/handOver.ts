/** What a host reads who hands the pad over to another computer; fetched only then. */
import type { Said } from "..";
import type { handOver as english } from "../en/handOver";

export const handOver: Said<typeof english> = {
  title: "تسليم الدفتر",
  lead: "هل حان وقت المغادرة بهذا الحاسوب؟ يكفي تشغيل هذا الأمر على حاسوب آخر في الغرفة عليه Fadepad:",
  copy: "نسخ الأمر",
  copied: "نُسخ. وهو للتشغيل على الحاسوب الآخر.",
  cantCopy: "هذا المتصفح لا ينسخ هنا. يمكن تحديد الأمر ونسخه يدويًا.",
  after:
    "ينتقل معه النص والرمز والروابط والوقت. وتتبعه صفحات الجميع تلقائيًا، والشاشة الكبيرة أيضًا. " +
    "ثم يُمحى كل ذلك من هذا الحاسوب، وتصبح المغادرة ممكنة.",
  secret: "من يملك هذا الأمر يصبح مضيفًا للدفتر، فلا ينبغي أن يصل إلى أحد آخر.",
};
