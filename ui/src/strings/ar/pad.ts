/** The pad itself: its bar, its lines of state, the text. */
import type { Said } from "..";
import type {
  decided as englishDecided,
  hands as englishHands,
  more as englishMore,
  pad as englishPad,
  templates as englishTemplates,
  thumb as englishThumb,
} from "../en/pad";
import { isolated } from "../grammar";
import { plural, wrongCodes } from "./numbers";

export const pad: Said<typeof englishPad> = {
  share: "مشاركة",
  more: "المزيد",
  fullEditor: "المحرر الكامل",
  companion: "عرض بسيط",
  opening: "جارٍ فتح الدفتر…",
  editor: (pad) => `نص ${isolated(pad)}`,
  placeholder: "لإضافة العناوين والقوائم والجداول: «/»…",
  emptyPlaceholder: "ما يُكتب هنا يراه كل الحاضرين.",
  misfit: "هذا الجزء لا يمكن عرضه هنا",
  misfitInLine: "لا يمكن عرضه هنا",
  misfitStays: "يبقى في الدفتر، ويرافق كل نسخة.",
  misfitRemove: "إزالة",
  misfitCopy: "(جزء لا يمكن عرضه)",
  saves: ["على حاسوب المضيف ", "تبقى نسخة", " من هذا الدفتر حين ينتهي."],
  readOnly: "القراءة متاحة لك هنا.",
  isOff: "القراءة متاحة لك هنا. والكتابة متوقفة.",
  /** When a host has just decided so. */
  mayNow: {
    edit: "الكتابة متاحة لك الآن.",
    host: "لك الآن استضافة هذا الدفتر.",
    noHost: "لم تعد لك استضافة هذا الدفتر.",
  },
  tooMuch: "هذا أكثر مما يتسع له الدفتر. لم يُلصق شيء.",
  noFiles: "لا تدخل الصور من صفحات أخرى، بل من هذا الجهاز.",
  noWay: "انقطع الاتصال. يُرجى المحاولة بعد لحظة.",
  notConnected: "لا اتصال. تمكن متابعة الكتابة، وسيُرسل كل شيء.",
  notInYet: "لا اتصال. يُفتح الدفتر حالما يجيب Fadepad.",
  notConnectedReading: "لا اتصال. وما يكتبه الآخرون يظهر حين يعود.",
  blocked: "هذه الشبكة تعرض الصفحة، ولا تمرّر ما يُكتب. يُرجى سؤال المضيف عن طريق آخر للدخول.",
  blockedReading:
    "هذه الشبكة تعرض الصفحة، لا ما يكتبه الآخرون. يُرجى سؤال المضيف عن طريق آخر للدخول.",
  staysHere: (time) => `ما كتبته منذ الساعة ${time} موجود في هذه الصفحة وحدها.`,
  waits: (time) => `ما كتبته منذ الساعة ${time} ينتظر في هذه الصفحة.`,
  allSent: "كل ما كتبته قبل ذلك وصل.",
  full: "هذا الدفتر ممتلئ الآن. ويُفتح لك حالما يتوفر مكان.",
  held: (time) => [`ما كتبته منذ الساعة ${time} `, "لا يصل", ". والآخرون لا يرونه."],
  left: (time, isTooMuch) =>
    isTooMuch
      ? [`بعض ما كتبته منذ الساعة ${time} `, "أكثر مما يتسع له هذا الدفتر", ". ولم يعد في النص."]
      : [`بعض ما كتبته منذ الساعة ${time} `, "لا يمكن حفظه في هذا الدفتر", ". ولم يعد في النص."],
  takenOut: (time) => [
    `ما كتبته منذ الساعة ${time} كان في سطر `,
    "حُذف في أثناء ذلك",
    ". ولم يعد في النص.",
  ],
  begunAfresh: () => [
    "بدأ المضيف هذا الدفتر من جديد. وآخر ما كتبته ",
    "لم ينتقل معه",
    ". يُرجى نسخه: لم يعد في النص.",
  ],
  tooLate: (time) => [
    `أُوقفت الكتابة. وآخر ما كتبته، منذ الساعة ${time}، `,
    "لم يُقبل",
    ". يُرجى نسخه: لم يعد في النص.",
  ],
  takenBack: (time, isTooMuch) =>
    isTooMuch
      ? [`ما فعلته في الساعة ${time} `, "أكثر مما يتسع له هذا الدفتر", ". وقد أُلغي."]
      : [`ما فعلته في الساعة ${time} `, "لا يمكن حفظه في هذا الدفتر", ". وقد أُلغي."],
  guessing: (wrong) =>
    `هناك من يجرّب رموزًا: ${wrongCodes(wrong)} خلال عشر دقائق. ` +
    "عليه الانتظار، والرمز باقٍ كما هو.",
  filling: (name) =>
    `بلغت إضافات ${isolated(name)} أقصى ما يُسمح به للشخص الواحد، ولن يقبل الدفتر المزيد منها.`,
  copyWords: "نسخ ما كتبته",
  wordsCopied: "نُسخ ما كتبته",
  openAgain: "إعادة فتح الدفتر",
  ending: (left) => `ينتهي هذا الدفتر خلال ${left}.`,
  takeCopy: "أخذ نسخة",
  done: "تم",
  fold: "إظهار ما في الداخل أو إخفاؤه",
  language: "لغة هذا النص البرمجي",
  /** For who only reads: a block of another program that nobody has given a file. */
  missing: {
    image: "صورة بلا عنوان",
    video: "فيديو بلا عنوان",
    audio: "صوت بلا عنوان",
    file: "ملف بلا عنوان",
  },
};

/** What another host has decided: by name, where it was no program. */
const by = (host: string | null): string => (host ? ` بقرار من ${isolated(host)}` : "");

const also = (host: string | null): string => (host ? `،${by(host)}` : "");

export const decided: Said<typeof englishDecided> = {
  writing: (host, on) => `${on ? "أُتيحت الكتابة" : "أُوقفت الكتابة"}${by(host)}.`,
  roles: {
    edit: (host, name) => `الكتابة متاحة الآن لـ ${isolated(name)}${also(host)}.`,
    view: (host, name) => `القراءة فقط متاحة الآن لـ ${isolated(name)}${also(host)}.`,
    host: (host, name) => `الاستضافة الآن لـ ${isolated(name)} أيضًا${also(host)}.`,
  },
  door: {
    open: (host) => (host ? `فُتح الباب${by(host)}.` : "الباب مفتوح."),
    knock: (host) => `على القادمين الجدد طرق الباب الآن${also(host)}.`,
    closed: (host) =>
      host ? `أُغلق الباب${by(host)}: لا يدخل أحد جديد.` : "لا يدخل أحد جديد الآن.",
  },
  pin: (host, on) => {
    if (!on) return host ? `أُزيل رقم PIN${by(host)}.` : "لم يعد هناك رقم PIN.";
    return host ? `وُضع رقم PIN${by(host)}: لا يكفي الرمز وحده للدخول.` : "هناك رقم PIN الآن.";
  },
  pencil: (host, name) => `القلم الآن مع ${isolated(name)}${also(host)}.`,
  newLinks: (host, of) => {
    const which = { edit: "للكتابة", view: "للقراءة", host: "للمضيفين" }[of];
    return `هناك روابط جديدة ${which}${host ? ` من ${isolated(host)}` : ""}.`;
  },
  showOut: (host, name) => `تم إخراج ${isolated(name)}${by(host)}.`,
  /** Why what one has decided oneself is not done. */
  refused: {
    notHost: "لم يتم ذلك: القرار فيه لمن دخل برابط مضيف.",
    oneself: "لم يتم ذلك: لا يسحب المضيف شيئًا من نفسه.",
    tooFast: "لا روابط جديدة: عشر مرات في الدقيقة هي الحد.",
    nobody: "لم يعد هذا الشخص هنا.",
    tooMany: "لم يتم ذلك: عدد من أُخرجوا أو من لهم دور خاص كبير جدًا.",
  },
};

/** After "من". */
const othersOf = (n: number): string =>
  plural(n, { one: "شخص آخر", two: "شخصين آخرين", other: `${n} آخرين` });

/** Who reads and asks to write. */
export const hands: Said<typeof englishHands> = {
  ask: "طلب الكتابة",
  asked: "القراءة متاحة لك هنا. ويرى المضيفون طلبك للكتابة.",
  askNoMore: "سحب الطلب",
  /** For hosts: the one who asks the longest, and how many more. */
  asking: (name, more) =>
    `طلب كتابة من ${isolated(name)}${more === 0 ? "" : `، ومن ${othersOf(more)}`}.`,
  answer: "الرد",
};

export const templates: Said<typeof englishTemplates> = {
  label: "البدء من",
  agenda: "جدول أعمال",
  goal: "الهدف",
  topics: "المواضيع",
  next: "الخطوات التالية",
  minutes: "محضر",
  present: "الحضور",
  decisions: "القرارات",
  todo: "المهام",
  open: "نقاط مفتوحة",
  retro: "مراجعة",
  well: "ما سار جيدًا",
  hard: "ما كان صعبًا",
  tried: "ما سنجرّبه لاحقًا",
};

export const thumb: Said<typeof englishThumb> = {
  label: "الكتابة",
  line: "سطر",
  tick: "مربع",
  list: "قائمة",
  heading: "عنوان",
  photo: "صورة",
  undo: "تراجع",
};

export const more: Said<typeof englishMore> = {
  theme: "المظهر",
  language: "اللغة",
  system: "النظام",
  light: "فاتح",
  dark: "داكن",
  people: "الأشخاص",
  outline: "المخطط",
  find: "بحث…",
  copy: "نسخ النص بصيغة Markdown",
  copied: "نُسخ النص",
  take: "أخذه معك…",
  bring: "إحضار شيء…",
  kept: "حُفظ الملف",
  keptWithout: "حُفظ الملف. وتعذّر جلب بعض الصور أو الملفات، وليست فيه.",
  licenses: "التراخيص",
  leave: "مغادرة",
  end: "إنهاء الآن…",
  handOver: "تسليم الدفتر…",
  newPad: "دفتر جديد…",
  pads: "دفاتر هذا الحاسوب",
};
