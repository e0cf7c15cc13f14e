/** After the end, and after leaving. */
import type { Said } from "..";
import type { ended as englishEnded, left as englishLeft } from "../en/ended";
import { isolated } from "../grammar";
import { inWords } from "./numbers";

export const left: Said<typeof englishLeft> = {
  title: "غادرت الدفتر",
  body: "لم يعد في هذه الصفحة أي نص. وما دام الدفتر باقيًا فالعودة إليه ممكنة.",
  back: "العودة إلى الدفتر",
};

export const ended: Said<typeof englishEnded> = {
  title: "تلاشى هذا الدفتر",
  faded: (time, ttl) => `انتهى في الساعة ${time}، بعد ${inWords(ttl)} من مغادرة آخر شخص.`,
  fadedPlain: "انتهى بعد مدة من مغادرة آخر شخص.",
  host: (time) => `أنهاه المضيف في الساعة ${time}.`,
  hostPlain: "أنهاه المضيف.",
  stop: (time) => `انتهى في الساعة ${time}، حين أُوقف البرنامج على حاسوب المضيف.`,
  stopPlain: "انتهى حين أُوقف البرنامج على حاسوب المضيف.",
  announced: (time) => `انتهى في الساعة ${time}، كما حدّد المضيف.`,
  announcedPlain: "انتهى في الوقت الذي حدّده المضيف.",
  maxLifetime: (time) => `انتهى في الساعة ${time}، باكتمال أقصى مدة له.`,
  afresh: (time) =>
    `بدأه المضيف من جديد في الساعة ${time}. وهو مستمر: يكفي مسح رمزه مرة أخرى، أو طلب الرابط الجديد.`,
  afreshPlain: "بدأه المضيف من جديد. وهو مستمر: يكفي مسح رمزه مرة أخرى، أو طلب الرابط الجديد.",
  handedOn: (time) => `انتقل إلى حاسوب آخر في الساعة ${time}، وهو مستمر هناك.`,
  handedOnPlain: "انتقل إلى حاسوب آخر، وهو مستمر هناك.",
  at: (time) => `انتهى في الساعة ${time}.`,
  plain: "مُحي نصه من الذاكرة، ولا يستطيع Fadepad استعادته.",
  slept: "كان هذا الجهاز غائبًا حينها، ولم يُرسل شيء بعد النهاية.",
  held: "ما زالت لديك نسخة",
  heldLead: "في هذه الصفحة النص كما ظهر آخر مرة. ويزول بإغلاقها.",
  anew: "بدء دفتر جديد به",
  anewFailed: "تعذّر فتح الدفتر الجديد. ونسختك ما زالت هنا.",
  keep: "حفظ ملف",
  page: "حفظ صفحة ويب",
  forget: "التخلي عنها",
  dropped: "لم يعد في هذه الصفحة أي نص.",
  receipt: "إيصال",
  erased: "مُحي من الذاكرة",
  told: "أشخاص أُبلغوا",
  copies: "نسخ تخلّت عنها متصفحاتهم",
  files: "ملفات حُفظت عند نهايته",
  filesKept: (n) => `${n}، على حاسوب المضيف`,
  honest: "ربما احتفظ بنسخٍ من كان الدفتر مفتوحًا لديهم.",
  nobody: "لم يكن أحد هنا",
  nOf: (n, of) => `${n} من ${of}`,
  stands: "رمزه باقٍ: من يمسحه يبدأ دفترًا جديدًا فارغًا، وإليه تنتقل هذه الصفحة.",
  again: (pad) => `عاد ${isolated(pad)} إلى الحياة، فارغًا.`,
  goThere: "الانتقال إليه",
  newPad: "دفتر جديد",
  start: "إدخال رمز آخر",
};
