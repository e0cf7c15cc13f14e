/** Sentences of a pad's end while it lives: the host's last word, and the last call. */
import type { Said } from "..";
import type { call as englishCall, end as englishEnd } from "../en/ending";
import { isolated } from "../grammar";
import { long, people, plural } from "./numbers";

/** What is left of the text after its end. */
export const afterwards = (saves: boolean): string =>
  saves ? "، وتبقى نسخة منه في ملفات على حاسوب المضيف." : "، ولا يستطيع Fadepad استعادته بعد ذلك.";

const after = (saves: boolean): string =>
  saves ? "وبعدها تبقى نسخة منه في ملفات على حاسوب المضيف." : "وبعدها لا يستطيع Fadepad استعادته.";

export const end: Said<typeof englishEnd> = {
  title: "إنهاء هذا الدفتر للجميع؟",
  body: (n, seconds, saves) =>
    `${n > 1 ? `${people(n)} هنا. تُعرض على الجميع نسخة` : "لا أحد غيرك هنا. تُعرض على كل من يأتي نسخة"} ` +
    `لمدة ${long(seconds)}، أو إلى أن تكتمل الإجابات. وحتى ذلك الحين يمكن التوقف. ` +
    `ثم يُمحى النص من الذاكرة ومن الصفحات التي تعرضه${afterwards(saves)}`,
  bodyAtOnce: (n, saves) =>
    `${n > 1 ? `${people(n)} هنا، ولا تُعرض نسخة على أحد` : "لا أحد غيرك هنا"}: ` +
    `يُمحى النص فورًا من الذاكرة ومن الصفحات التي تعرضه${afterwards(saves)}`,
  copy: "حفظ ملف Markdown أولًا",
  confirm: "أريد إنهاءه",
  now: "إنهاء الآن",
  stay: "ليس الآن",
  failed: "لا اتصال. يمكن إنهاء الدفتر حين يعود.",
};

export const call: Said<typeof englishCall> = {
  title: {
    soon: "ينتهي هذا الدفتر قريبًا",
    leaving: "لم يبقَ هنا أحد غيرك",
    unsent: "لم يصل كل شيء بعد",
  },
  ends: (name) => `ينتهي هذا الدفتر بقرار من ${isolated(name)}`,
  youEnd: "ينتهي هذا الدفتر بقرارك",
  why: {
    host: "المضيف ينهي هذا الدفتر",
    stop: "يتوقف حاسوب هذا الدفتر",
    announced: "ينتهي هذا الدفتر الآن، كما حدّد المضيف",
    max_lifetime: "اكتملت أقصى مدة لهذا الدفتر",
  },
  lead: "بعدها يزول نصه. ويمكن الآن أخذ نسخة عند الحاجة.",
  leadKept: "بعدها يُمحى هنا، وتبقى نسخة على حاسوب المضيف. ويمكن الآن أخذ نسخة عند الحاجة.",
  seconds: (n) => plural(n, { few: "ثوانٍ", other: "ثانية" }),
  minutes: "دقيقة",
  copied: "نُسخ. يمكن لصقه في أي مكان",
  file: "حفظ ملف",
  fileHint: "ملف Word أو صفحة ويب أو كبسولة وغيرها",
  fileForm: "أي ملف؟",
  forms: { markdown: "Markdown", docx: "Word", page: "صفحة ويب", capsule: "كبسولة" },
  fileKept: "حُفظ بين التنزيلات",
  none: "لا أحتاج إليه",
  noneHint: "لا يبقى منه شيء على هذا الجهاز",
  fadeHint: "ينتهي بعد إجابة الجميع بقليل",
  another: "طلب دقيقة أخرى",
  anotherGiven: "للجميع دقيقة أخرى. ",
  /** `asked`: whether who reads this is among them. */
  answered: (n, of, asked) => {
    if (of === 0) return "لا يُسأل أحد آخر. ينتهي بعد لحظة.";
    if (of === 1) {
      if (n === of) return asked ? "وصلت إجابتك. ينتهي بعد لحظة." : "وصلت الإجابة. ينتهي بعد لحظة.";
      return asked ? "ينتهي بعد إجابتك بقليل." : "بقيت إجابة واحدة، وبعدها ينتهي بقليل.";
    }
    if (n === of) return "أجاب الجميع. ينتهي بعد لحظة.";
    return `الإجابات: ${n} من ${of}. وحين تكتمل ينتهي بعدها بقليل.`;
  },
  back: "العودة إلى النص",
  soon: (time) =>
    `ينتهي في الساعة ${time}، حتى مع وجود أشخاص هنا. ويمكن الآن أخذ نسخة لمن يحتاج إلى النص.`,
  leaving: (ttl, saves) => `بعد مغادرتك يتلاشى هذا الدفتر خلال ${long(ttl)}. ${after(saves)}`,
  leavingUntil: (time, saves) => `بعد مغادرتك يبقى هذا الدفتر حتى الساعة ${time}. ${after(saves)}`,
  leavingKept: "بعد مغادرتك يبقى هذا الدفتر إلى أن ينهيه المضيف، أو تكتمل أقصى مدة له.",
  unsent: (time) => `ما كتبته منذ الساعة ${time} موجود في هذه الصفحة وحدها، ويضيع بالمغادرة الآن.`,
  leftOut: (time) =>
    `بعض ما كتبته منذ الساعة ${time} ليس في الدفتر، بل في هذه الصفحة وحدها، ويضيع بالمغادرة الآن. ` +
    "ويمكن نسخه من السطر الذي فوق النص.",
  copy: "نسخ النص",
  copyHint: "بصيغة Markdown، للصقه في أي مكان",
  keep: "حفظ ملف Markdown",
  keepHint: "نص عادي للملاحظات والمهام",
  page: "حفظ صفحة ويب",
  pageHint: "تُفتح في أي متصفح، بلا شبكة",
  others: "صيغ أخرى…",
  othersHint: "ملف Word أو PDF، أو كبسولة للمتابعة",
  letFade: "تركه يتلاشى",
  goOn: "العودة إلى النص",
  stop: "إبقاؤه حيًا",
  stopped: "هذا الدفتر مستمر.",
  stay: "البقاء",
  leave: "المغادرة رغم ذلك",
  foot: (pad, when) => `${isolated(pad)}، حُفظ من Fadepad في ${when}.`,
};
