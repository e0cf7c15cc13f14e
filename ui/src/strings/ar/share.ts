/** Letting others in. */
import type { Said } from "..";
import type { share as english } from "../en/share";
import { isolated } from "../grammar";
import { DEVICES, shortLeft } from "./numbers";

export const share: Said<typeof english> = {
  title: "دعوة الآخرين",
  write: "للكتابة",
  read: "للقراءة",
  mode: "ما يمكنهم فعله",
  qr: (url) => `رمز QR للعنوان ${isolated(url)}`,
  code: (code) => `الرمز ${isolated(code.split("").join(" "))}`,
  readHint: "من يمسح هذا يقرأ مع الآخرين ولا يكتب.",
  readPin: "من يمسح هذا يقرأ مع الآخرين ولا يكتب. ولا يُطلب رقم PIN إلا مع الرمز.",
  proof: (device, ago) => `وصل ${DEVICES[device] ?? "جهاز آخر"}، قبل ${shortLeft(ago)}`,
  blocked: "لم يفتح أي جهاز آخر هذا العنوان بعد. وقد يكون السبب:",
  noProof: "لم يفتح أي جهاز آخر هذا العنوان بعد.",
  encrypted: "مشفّر. تحذّر المتصفحات منه مرة واحدة",
  compare:
    "أنشأ Fadepad هذا شهادته بنفسه. قبل تجاوز التحذير تلزم مقارنة بصمتها SHA‑256. " +
    "ولا يمكن الدخول بهذه الطريقة من iPhone وiPad.",
  /** Beside the code. */
  pin: "ومعه رقم PIN",
  door: "القادمون الجدد",
  /** In two words, and what it means. */
  doors: {
    open: ["يدخلون", "يدخل القادمون الجدد بالرمز أو الرابط."],
    knock: ["يطرقون", "ينتظر القادمون الجدد إلى أن يُسمح لهم بالدخول."],
    closed: ["لا يدخلون", "لا يدخل أحد جديد، ومن هنا يبقى."],
  },
  pins: {
    /** By how new people come in. */
    none: {
      open: "من لديه الرمز يدخل بلا رقم PIN.",
      knock: "من لديه الرمز يطرق الباب بلا رقم PIN.",
      closed: "لا رقم PIN.",
    },
    asked: {
      open: "من لديه الرمز يُطلب منه رقم PIN أيضًا.",
      knock: "من لديه الرمز يُطلب منه رقم PIN، ثم يطرق الباب.",
      closed: "هناك رقم PIN.",
    },
    set: "وضع رقم PIN",
    another: "رقم PIN آخر",
    away: "بلا رقم PIN",
    done: "اعتماد",
    leave: "إلغاء",
  },
  pinHint: "يُقال لمن في الغرفة، ولا يُعرض في أي مكان.",
  pinOdd: "يتكوّن PIN من 4 إلى 64 حرفًا أو رقمًا أو علامة.",
  doorFailed: "لم ينجح ذلك. يُرجى المحاولة بعد لحظة.",
  copy: "نسخ الرابط",
  copied: "نُسخ",
  cantCopy: "الرابط للنسخ",
  network: (name) => `الشبكة ${isolated(name)}`,
  wall: "عرض على شاشة كبيرة",
  textOnWalls: "عرض النص عليها أيضًا",
  textOnWallsHint: "يُخبَر كل من هنا بذلك. من يرى الشاشة يقرأ النص.",
  failed: "لا يمكن عرض العنوان الآن. يُرجى المحاولة حين يعود الاتصال.",
  loading: "جارٍ جلب العنوان…",
  device: "جهاز آخر لك؟",
};
