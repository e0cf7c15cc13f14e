/** Every sentence on the wall. Apart from the others, because only the projector page loads it. */
import type { Said } from "..";
import type { wall as english } from "../en/wall";
import { isolated } from "../grammar";
import { entryRequests, long, plural, shortLeft } from "./numbers";

/** Held together: where the line is short, it breaks between the sentences. */
const stored = (saves: boolean): string =>
  (saves ? "تبقى نسخة لدى المضيف." : "لا يُخزَّن شيء.").replaceAll(" ", "\u00a0");

export const wall: Said<typeof english> = {
  scan: "امسحوا الرمز، أو اكتبوا",
  scanRead: "امسحوا الرمز للقراءة معنا",
  after: "ثم امسحوا الرمز، أو اكتبوا",
  afterRead: "ثم امسحوا الرمز للقراءة معنا",
  here: (name) => `${isolated(name)} هنا`,
  /** After a name. */
  isHere: "هنا",
  /** After the name of the only one; after how many, where they are more. */
  asks: "– طلب كتابة",
  ask: (n) =>
    `${plural(n, { two: "طلبا كتابة", few: `${n} طلبات كتابة`, other: `${n} طلب كتابة` })}:`,
  nobody: "لا أحد هنا بعد.",
  alive: (ttl, saves) => `يبقى ما دام فيه أحد، ثم ${long(ttl)}. ${stored(saves)}`,
  stored,
  blocked: "هذه الشبكة تعرض هذه الشاشة، ولا تُظهر الحاضرين. يُرجى فتحها بطريق آخر.",
  fading: (left) =>
    `لا أحد هنا. يتلاشى هذا الدفتر خلال ${left < 60 ? long(left) : shortLeft(left)}.`,
  knocks: (n) => `${entryRequests(n)} في الانتظار`,
  letsIn: "والإذن من المضيف.",
  pin: "ومعه رقم PIN من المضيف",
  knockFirst: "القادم الجديد يطرق الباب، والمضيف يُدخله.",
  closed: "الباب مغلق: لا يدخل أحد جديد الآن.",
  tools: "هذه الشاشة",
  /** A button that is pressed while it is shown. */
  text: "النص",
  theText: "النص",
  headings: "العناوين",
  empty: "لم يُكتب شيء بعد.",
  /** Whom it follows. */
  shows: (name: string) => `${name} يعرض`,
  /** To everyone who writes. */
  told: "النص معروض الآن على الشاشة الكبيرة: يمكن لكل من في القاعة قراءته.",
  toldNoMore: "لم يعد النص معروضًا على الشاشة الكبيرة.",
  full: "ملء الشاشة",
  light: "فاتح",
  dark: "داكن",
  wifi: "Wi-Fi…",
  wifiTitle: "عرض رمز Wi-Fi أيضًا",
  wifiLead: "يمسحه الناس أولًا، ليكونوا على الشبكة نفسها. وهو في هذه الصفحة وحدها، ويزول بإغلاقها.",
  wifiName: "اسم الشبكة",
  wifiPassword: "كلمة المرور، إن وُجدت",
  wifiShow: "عرضه",
  wifiHide: "إخفاؤه",
  wifiQr: (name) => `رمز QR لشبكة Wi-Fi ${isolated(name)}`,
  wifiFirst: "أولًا شبكة Wi-Fi",
};
