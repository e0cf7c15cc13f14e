/** Sentences of the sheet by which a text is taken out and brought in. */
import type { Said } from "..";
import type { bring as englishBring, take as englishTake } from "../en/take";
import { isolated } from "../grammar";
import { plural } from "./numbers";

const lines = (n: number): string =>
  plural(n, {
    one: "سطر واحد",
    two: "سطران",
    few: `${n} أسطر`,
    many: `${n} سطرًا`,
    other: `${n} سطر`,
  });

const pictures = (n: number): string =>
  plural(n, { one: "صورة واحدة", two: "صورتان", few: `${n} صور`, other: `${n} صورة` });

const boxes = (n: number): string =>
  plural(n, {
    one: "مربع اختيار واحد",
    two: "مربعا اختيار",
    few: `${n} مربعات اختيار`,
    other: `${n} مربع اختيار`,
  });

export const take: Said<typeof englishTake> = {
  title: "أخذه معك",
  way: "أخذ أو إحضار",
  out: "أخذ",
  bring: "إحضار",
  form: "بأي صيغة",
  forms: {
    markdown: { sign: "md", name: "Markdown", hint: "للملاحظات والمهام، ومع الصور ملف zip" },
    docx: { sign: "docx", name: "Word", hint: "للمكتب، بأنماطه" },
    odt: { sign: "odt", name: "OpenDocument", hint: "لبرنامج LibreOffice وغيره" },
    pdf: { sign: "pdf", name: "PDF", hint: "صفحات ثابتة، جاهزة للطباعة" },
    page: { sign: "html", name: "صفحة ويب", hint: "تُقرأ في أي متصفح، بلا شبكة" },
    text: { sign: "txt", name: "نص عادي", hint: "الكلمات ولا شيء غيرها" },
    capsule: { sign: "", name: "كبسولة", hint: "تُفتح بلا شبكة، وتُتابع في أي Fadepad" },
    yjs: { sign: "yjs", name: "ملف Yjs", hint: "لبرامج تتابع العمل عليه" },
  },
  keep: {
    markdown: "حفظ ملف Markdown",
    docx: "حفظ ملف Word",
    odt: "حفظ ملف OpenDocument",
    pdf: "طباعة أو حفظ PDF",
    page: "حفظ صفحة الويب",
    text: "حفظ الملف النصي",
    capsule: "حفظ الكبسولة",
    yjs: "حفظ ملف Yjs",
  },
  copy: { rich: "نسخ النص", markdown: "نسخ بصيغة Markdown", text: "نسخ الكلمات" },
  stays: (n) => `${lines(n)}. ويبقى على هذا الجهاز.`,
  making: "جارٍ إعداد الملف…",
  failed: "تعذّر إعداد هذا الملف الآن، فحُفظ بصيغة Markdown.",
  digest: {
    title: "خلاصة في الأعلى",
    hint: "ما تقرر، ومن يفعل ماذا",
    off: "يبدأ الملف بالنص.",
    never: "في هذا الملف المستند وحده، كما تقرؤه البرامج: لا شيء فوق النص.",
    how:
      "تدخل فيها مربعات الاختيار، والأسطر التي تبدأ بـ " +
      `${isolated("!decision")} أو ${isolated("?question")}. ولتسمية من يتولى الأمر: ${isolated("@Jana")}.`,
    none: `لا مربع اختيار في هذا النص بعد، ولا ${isolated("!decision")} ولا ${isolated("?question")}.`,
    people: "ذكر أسماء من هنا",
    until: (time) => `إلى ${time}`,
    heads: {
      open: (n) => `لم يُنجز: ${n}`,
      done: (n) => `أُنجز: ${n}`,
      decided: () => "تقرر",
      questions: (n) => plural(n, { one: "سؤال", two: "سؤالان", other: "أسئلة" }),
    },
    more: (n) => `و${n} غيرها`,
    alone: "الخلاصة وحدها",
    table: "كجدول",
    days: (n) =>
      plural(n, {
        one: "موعد واحد للتقويم",
        two: "موعدان للتقويم",
        few: `${n} مواعيد للتقويم`,
        many: `${n} موعدًا للتقويم`,
        other: `${n} موعد للتقويم`,
      }),
    mail: "بالبريد",
    columns: ["النوع", "الكلمات", "من", "متى"],
    kinds: { open: "لم يُنجز", done: "أُنجز", decided: "قرار", questions: "سؤال" },
  },
};

const SIZE = isolated("8 MB");

/** The same for what is brought in. */
export const bring: Said<typeof englishBring> = {
  title: "إحضار شيء",
  choose: "اختيار ملف",
  another: "اختيار ملف آخر",
  what: `يمكن إفلات ملف Markdown أو Word أو OpenDocument أو صفحة ويب أو نص أو كبسولة هنا: ${SIZE} من النص، مع صوره`,
  whatTouch: `ملف Markdown أو Word أو OpenDocument أو صفحة ويب أو نص أو كبسولة: ${SIZE} من النص، مع صوره`,
  reading: (name) => `جارٍ قراءة ${isolated(name)}…`,
  found: (size, found) => [
    isolated(size),
    lines(found.lines),
    ...(found.boxes ? [boxes(found.boxes)] : []),
    ...(found.pictures ? [pictures(found.pictures)] : []),
  ],
  lost: (n) =>
    plural(n, {
      one: "بقيت صورة واحدة خارجه: لا يستطيع هذا المتصفح عرضها، أو ليست في الملف.",
      two: "بقيت صورتان خارجه: لا يستطيع هذا المتصفح عرضهما، أو ليستا في الملف.",
      other: `بقيت ${pictures(n)} خارجه: لا يستطيع هذا المتصفح عرضها، أو ليست في الملف.`,
    }),
  where: "إلى أين؟",
  places: {
    here: { name: "في هذا الدفتر", hint: "لم يُكتب هنا شيء بعد" },
    on: { name: "متابعة لهذا النص", hint: "لا يدخل إلا الجديد" },
    back: { name: "ما حُذف، في النهاية", hint: "تحت ما هو هنا" },
    end: { name: "في النهاية", hint: "تحت ما هو هنا" },
    fresh: { name: "في دفتر جديد", hint: "وهذا يبقى كما هو" },
    instead: { name: "بدلًا من هذا النص", hint: "يراه الجميع، والتراجع ممكن" },
  },
  put: {
    here: "وضعه هنا",
    on: "المتابعة به",
    back: "استعادته",
    end: "وضعه في النهاية",
    fresh: "وضعه في دفتر جديد",
    instead: "وضعه بدلًا من هذا",
  },
  history: "تستمر الكبسولة بتاريخها. وإن أحضرها شخصان لم يتكرر شيء.",
  words: "تدخل كلماتها كأنها كُتبت هنا. أما تاريخها فيستمر في دفتر فارغ.",
  same: "كل ما في هذه الكبسولة موجود هنا.",
  gone: (n) =>
    "كان كل ما في هذه الكبسولة هنا. " +
    plural(n, {
      one: "وقد حُذف منه سطر واحد، وتمكن استعادته.",
      two: "وقد حُذف منه سطران، وتمكن استعادتهما.",
      few: `وقد حُذفت منه ${n} أسطر، وتمكن استعادتها.`,
      other: `وقد حُذف منه ${lines(n)}، وتمكن استعادتها.`,
    }),
  changed: "كان كل ما في هذه الكبسولة هنا، وتغيّر بعدها. وتمكن استعادته كما كان.",
  notNow: "ليس الآن",
  putting: "جارٍ وضعه…",
  away: "لا اتصال الآن. يمكن وضعه حين يعود.",
  opening: "يُعاد فتح هذا الدفتر الآن، ولم يدخل شيء. يُرجى المحاولة مرة أخرى.",
  beside: "بدأ أحدهم الكتابة هنا: ما أحضرته في النهاية.",
  done: (name) => `أصبح ${isolated(name)} في النص`,
  tooMuch: (name) => `${isolated(name)} أكبر مما يتسع له هذا الدفتر. ولم يدخل شيء.`,
  begun: "بدأ أحدهم الكتابة هنا. يُرجى اختيار المكان من جديد.",
  failed: "تعذّر فتح الدفتر الجديد. ولم يدخل شيء.",
  offline: "تعذّر جلب ما يقرأ هذا النوع من الملفات. يُرجى المحاولة حين يعود الاتصال.",
  broken: "حدث خلل في Fadepad أثناء ذلك. ربما دخل جزء منه: يُرجى مراجعة النص.",
  refused: {
    large: (name, size) =>
      `حجم ${isolated(name)} هو ${isolated(size)}، أو يكبر كثيرًا عند فكّه. ` +
      `الحد للنصوص ${SIZE}، ومع الصور ${isolated("64 MB")}.`,
    empty: (name) => `${isolated(name)} فارغ.`,
    silent: (name) => `لا نص في ${isolated(name)}.`,
    unreadable: (name) => `لا يمكن قراءة ${isolated(name)}: هو تالف، أو ليس ما يقوله اسمه.`,
    deep: (name) =>
      `لا يمكن قراءة ${isolated(name)}: أجزاؤه متداخلة مئات المرات. يمكن حفظه كنص عادي (${isolated(".txt")}) وإحضاره.`,
    closed: (name) => `لا يمكن فتح ${isolated(name)}: هو مجلد، أو نُقل أو تغيّر منذ اختياره.`,
    fault: (name) =>
      `حدث خلل في Fadepad عند ${isolated(name)}. وقد يكون الملف سليمًا: يمكن حفظه كنص عادي (${isolated(".txt")}) وإحضاره.`,
    away: (name) => `تعذّر جلب ما يقرأ ${isolated(name)}. يُرجى المحاولة حين يعود الاتصال.`,
    picture: (name) =>
      `${isolated(name)} صورة: يمكن إفلاتها على النص أو لصقها فيه، أو اختيار «صورة» في قائمة «/» أو على الهاتف.`,
    pdf: (name) =>
      `${isolated(name)} ملف PDF: فيه صفحات، لا نص يُتابع. يلزم إحضار المستند الذي أُنشئ منه.`,
    doc: (name) =>
      `${isolated(name)} ملف Office قديم. يلزم أولًا حفظه بصيغة Word (${isolated(".docx")}) أو OpenDocument (${isolated(".odt")}).`,
    rtf: (name) =>
      `${isolated(name)} نص منسّق (RTF). يلزم أولًا حفظه بصيغة Word (${isolated(".docx")}) أو OpenDocument (${isolated(".odt")}).`,
    cells: (name) =>
      `في ${isolated(name)} جداول أو شرائح. يمكن نسخ المطلوب حيث يُفتح الملف ولصقه هنا: تدخل الخلايا جدولًا.`,
    zip: (name) => `لا Markdown في ${isolated(name)}. يمكن فكّه وإحضار ما بداخله.`,
    unknown: (name) =>
      `ليس ${isolated(name)} من الملفات التي تدخل: Markdown وWord وOpenDocument وصفحات الويب والنصوص والكبسولات.`,
  },
};
