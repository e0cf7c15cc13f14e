/** How long a pad lives, and what its host decides about that. */
import type { Said } from "..";
import type { life as englishLife, steer as englishSteer } from "../en/life";
import { afterwards } from "./ending";
import { long, short } from "./numbers";

export const life: Said<typeof englishLife> = {
  label: "مدة بقاء هذا الدفتر",
  title: "مدة بقاء هذا الدفتر",
  alive: (ttl) => `يبقى ما دام فيه أحد، ثم ${short(ttl)}`,
  alivePhone: "يبقى ما دام فيه أحد",
  until: (time) => `يبقى حتى ${time}`,
  kept: "يبقى حتى ينهيه المضيف",
  ends: (left) => `ينتهي خلال ${left}`,
  fades: (left) => `يتلاشى خلال ${left}`,
  connecting: "جارٍ الفتح…",
  lost: "جارٍ إعادة الاتصال…",
  ended: "انتهى",
  what: (ttl, saves) =>
    `بعد مغادرة آخر شخص يبقى النص ${long(ttl)}. ثم يُمحى من الذاكرة${afterwards(saves)}`,
  whatUntil: (time, saves) =>
    `يبقى الدفتر حتى الساعة ${time}، سواء أكان فيه أحد أم لا. ثم يُمحى نصه من الذاكرة${afterwards(saves)}`,
  whatKept: (hardEnd) =>
    "يبقى الدفتر إلى أن يقرر المضيف غير ذلك، ولو خلا من الناس. " +
    `وهو ينتهي على أي حال ${hardEnd ? `في الساعة ${hardEnd}` : "حين تكتمل أقصى مدة له"}، ` +
    "ويُبلَّغ كل من هنا قبل ذلك.",
  hard: (time) => `وهو ينتهي في الساعة ${time}، حتى مع وجود أشخاص هنا.`,
  where: (saves) =>
    "النص في ذاكرة الحاسوب الذي يشارك هذا الدفتر، وفي الصفحات التي تعرضه. " +
    (saves
      ? "ويكتبه Fadepad على القرص حين ينتهي الدفتر، لا قبل ذلك."
      : "ولا يكتبه Fadepad على أي قرص."),
  whoDecides: "المضيف يقرر مدة بقائه، ويظهر القرار للجميع فورًا.",
  saved: "كل ما كتبته وصل إلى هناك.",
  sending: "جارٍ إرسال ما كتبته…",
  held: "آخر ما كتبته لا يصل: هو في هذه الصفحة وحدها.",
  waiting: "ما كتبته ينتظر في هذه الصفحة إلى أن يعود الاتصال.",
  reading: "القراءة متاحة لك هنا.",
};

export const steer: Said<typeof englishSteer> = {
  detour: "هذه الشبكة لا تمرّر اتصالًا مباشرًا. كل شيء يصل رغم ذلك، بعد قليل.",
  label: "إبقاء هذا الدفتر",
  fade: "أثناء استخدامه",
  until: "حتى وقت محدد",
  keep: "حتى أُنهيه",
  graces: "بعد مغادرة آخر شخص",
  grace: (ttl) => `لمدة ${long(ttl)} بعد مغادرة آخر شخص`,
  time: "إبقاؤه حتى",
  set: "تعيين",
  untilHint: "ينتهي حينها، حتى مع وجود أشخاص هنا.",
  tomorrow: "هذا الوقت غدًا.",
  tooLate: (hardEnd) =>
    "هذا أبعد مما يمكن أن يبقاه الدفتر. سيبقى " +
    `${hardEnd ? `حتى الساعة ${hardEnd}` : "أطول مدة ممكنة"}، ويُبلَّغ الجميع قبل أن ينتهي.`,
  keepHint: (hardEnd) =>
    "يبقى بعد مغادرة الجميع. وينتهي على أي حال " +
    `${hardEnd ? `في الساعة ${hardEnd}` : "حين تكتمل أقصى مدة له"}.`,
};
