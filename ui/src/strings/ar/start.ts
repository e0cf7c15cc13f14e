/** The start page, and the page of a new pad. */
import type { Said } from "..";
import type { fresh as englishFresh, start as englishStart } from "../en/start";
import { isolated } from "../grammar";
import { long, people } from "./numbers";

const soon = (wait: number | null): string => (wait === null ? "دقيقة" : long(Math.max(1, wait)));

export const start: Said<typeof englishStart> = {
  title: "Fadepad",
  lead: "هنا يُكتب الرمز الظاهر على الشاشة الكبيرة.",
  label: "الرمز",
  join: "دخول",
  joining: "جارٍ الفتح…",
  notInAlphabet: (letters) =>
    `لا يرد ${isolated(letters)} في أي رمز، ` +
    `لأن ${isolated("O/0")} و${isolated("I/L/1")} و${isolated("U/V")} متشابهة. يُرجى النظر إلى الشاشة مرة أخرى.`,
  unknown: `هذا الرمز غير معروف هنا. الرموز من ستة أحرف أو أرقام، مثل ${isolated("K7Q\u00a0PM3")}.`,
  ended: "انتهى ذلك الدفتر.",
  /** `wait`: how long (seconds), where that is known. */
  tooMany: (wait) => `محاولات كثيرة. يُرجى الانتظار ${soon(wait)} ثم المحاولة من جديد.`,
  notNow: (wait) => `الدخول غير متاح لدى المضيف الآن. يُرجى المحاولة بعد ${soon(wait)}.`,
  tryNow: "تمكن المحاولة من جديد الآن.",
  closed: "لا يقبل ذلك الدفتر أحدًا جديدًا الآن. يمكن سؤال المضيف.",
  pin: "رقم PIN",
  pinNeeded: "هذا الدفتر يطلب رقم PIN أيضًا. وهو لدى المضيف.",
  pinWrong: "ليس هذا رقم PIN لهذا الدفتر. يُرجى التحقق منه، أو سؤال المضيف.",
  offline: "تعذّر الوصول إلى Fadepad. هل ما زال هذا الجهاز على الشبكة نفسها؟",
  newPad: "دفتر جديد",
  near: "على هذه الشبكة",
  nearOn: (host) => `على ${isolated(host)}`,
  nearFading: "يتلاشى",
  nearWaiting: "لا أحد بعد",
  nearPeople: people,
};

export const fresh: Said<typeof englishFresh> = {
  title: "دفتر جديد",
  lead: "يبقى ما دام فيه أحد.",
  lives: (ttl) => `يبقى ما دام فيه أحد، ثم ${long(ttl)}.`,
  unkept: "ولا يُخزَّن منه شيء.",
  unread: (said) =>
    `في الرابط ${isolated(said.join(", "))}، ولا يمكن فهمه. والدفتر في ذلك كالمعتاد.`,
  kept: "وتبقى نسخة على حاسوب المضيف حين ينتهي.",
  label: "اسم، إن أردت",
  hint: `أحرف لاتينية صغيرة، وأرقام، و${isolated("-")} و${isolated("_")}`,
  create: "فتح الدفتر",
  withFile: "البدء بملف…",
  beginsWith: (file) => `يبدأ بالملف ${isolated(file)}.`,
  without: "بلا الملف",
  taken: "هناك دفتر حي بهذا الاسم. يُرجى اختيار اسم آخر.",
  hostOnly: "المضيف وحده يفتح دفاتر جديدة هنا.",
  badName: `أحرف لاتينية صغيرة، وأرقام، و${isolated("-")} و${isolated("_")} فقط، 64 على الأكثر.`,
};
