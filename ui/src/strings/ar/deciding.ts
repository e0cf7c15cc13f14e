/** What a host decides about people; fetched only then. */
import type { Said } from "..";
import type { deciding as english } from "../en/deciding";
import { isolated } from "../grammar";

export const deciding: Said<typeof english> = {
  everyone: "الكتابة للجميع",
  everyoneHint: "للمضيفين فقط، ولمن أُعطي حق الكتابة.",
  menu: (name) => `خيارات ${isolated(name)}`,
  write: "السماح بالكتابة",
  read: "قراءة فقط",
  pass: "تسليم القلم",
  passHint: "بدلًا ممن كان معه. ويستمر المضيفون ومن أُعطي حق الكتابة.",
  asks: (name, time) => `${isolated(name)}: طلب كتابة منذ ${time}`,
  makeHost: "منح الاستضافة",
  takeHost: "سحب الاستضافة",
  /** New links for hosts alone take a host's link back. */
  hostHint: "رابط المضيف يعيد الاستضافة إلى من يملكه، إلى أن تُنشأ روابط جديدة للمضيفين.",
  showOut: "إخراج…",
  showOutHint: "العودة بإذن منك فقط.",
  /** The second question. */
  out: {
    title: (name) => `إخراج ${isolated(name)}؟`,
    body: (devices) =>
      `${devices > 2 ? `تخرج الأجهزة كلها (${devices}) فورًا.` : devices === 2 ? "يخرج الجهازان فورًا." : "يسري ذلك فورًا."} ` +
      "العودة بالاسم نفسه بإذن منك فقط. ومن احتفظ بالرمز قد يدخل كشخص جديد، والروابط الجديدة تمنع ذلك.",
    address: "كل قادم جديد من العنوان نفسه عليه طرق الباب",
    now: "إخراج",
    keep: "إبقاء",
  },
  isOut: (name) => `${isolated(name)} خارج الدفتر الآن.`,
  letIn: "السماح بالعودة",
};
