/** Every sentence on the host's page. Apart from the others, because only a host's browser loads it. */
import type { Said } from "..";
import type { host as english } from "../en/host";
import { isolated } from "../grammar";
import { afterwards } from "./ending";
import { entryRequests, long, people } from "./numbers";

/** What those who are here get before the end. */
function offered(n: number, lastCall: number | null): string {
  if (n === 0 || lastCall === null) return "";
  return lastCall === 0
    ? " ولا تُعرض نسخة على أحد."
    : ` تُعرض على الجميع نسخة لمدة ${long(lastCall)}، أو إلى أن تكتمل الإجابات.`;
}

export const host: Said<typeof english> = {
  title: "دفاتر هذا الحاسوب",
  newPad: "دفتر جديد",
  asking: "جارٍ البحث عن دفاترك…",
  empty: "لا دفتر مفتوحًا هنا.",
  away: "تعذّر الوصول إلى Fadepad. وربما تغيّر ما يظهر هنا.",
  failed: "لم ينجح ذلك. يُرجى المحاولة بعد لحظة.",
  nobody: "لا أحد هنا",
  elsewhere: "بدأ في مكان آخر",
  knocks: (n) => entryRequests(n),
  letIn: "الرد",
  letInOne: (pad) => `الرد على طلبات الدخول إلى ${isolated(pad)}`,
  keep: "إبقاؤه حيًا",
  keepOne: (pad) => `إبقاؤه حيًا: ${isolated(pad)}`,
  more: (pad) => `المزيد عن ${isolated(pad)}`,
  open: "فتح",
  rename: "إعادة تسمية…",
  renameTitle: (pad) => `إعادة تسمية ${isolated(pad)}`,
  renameLabel: "ما يقرؤه الجميع",
  renameHint: "تبقى الروابط والرمز كما هي. وإن تُرك فارغًا ظهر الاسم نفسه.",
  renameDone: "إعادة تسمية",
  join: "دخول دفتر آخر",
  foot: (saves) =>
    saves
      ? "يبقى النص في الذاكرة، ثم في ملفات هنا بعد انتهاء دفتره. وبإغلاق Fadepad تنتهي الدفاتر كلها."
      : "يبقى النص في الذاكرة وحدها. وبإغلاق Fadepad تنتهي كل الدفاتر هنا.",
  endTitle: (pad) => `إنهاء ${isolated(pad)} للجميع؟`,
  /** `lastCall`: how long everyone is offered a copy (seconds); `null` before it is known. */
  endBody: (n, lastCall, saves) =>
    `${n === 0 ? "لا أحد هنا." : `${people(n)} هنا.`}${offered(n, lastCall)} ` +
    `ثم يُمحى نصه من الذاكرة ومن الصفحات التي تعرضه${afterwards(saves)}` +
    (saves ? "" : " وللاحتفاظ بنسخة يلزم فتحه أولًا."),
};
