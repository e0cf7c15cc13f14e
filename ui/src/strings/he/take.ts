/** Sentences of the sheet by which a text is taken out and brought in. */
import type { Said } from "..";
import type { bring as englishBring, take as englishTake } from "../en/take";
import { isolated } from "../grammar";
import { plural } from "./numbers";

const lines = (n: number): string =>
  plural(n, { one: "שורה אחת", two: "שתי שורות", other: `${n} שורות` });

export const take: Said<typeof englishTake> = {
  title: "לקחת איתך",
  way: "החוצה או פנימה",
  out: "לקחת",
  bring: "להביא",
  form: "באיזה פורמט",
  forms: {
    markdown: { sign: "md", name: "Markdown", hint: "לרשימות ולמשימות; עם תמונות, קובץ zip" },
    docx: { sign: "docx", name: "Word", hint: "למשרד, עם סגנונות" },
    odt: { sign: "odt", name: "OpenDocument", hint: "ל־LibreOffice ולאחרים" },
    pdf: { sign: "pdf", name: "PDF", hint: "עמודים קבועים, מוכנים להדפסה" },
    page: { sign: "html", name: "דף אינטרנט", hint: "נקרא בכל דפדפן, בלי רשת" },
    text: { sign: "txt", name: "טקסט פשוט", hint: "המילים ולא יותר" },
    capsule: { sign: "", name: "קפסולה", hint: "נפתחת בלי רשת, ממשיכה בכל Fadepad" },
    yjs: { sign: "yjs", name: "קובץ Yjs", hint: "לתוכנות שממשיכות אותו" },
  },
  keep: {
    markdown: "שמירת קובץ Markdown",
    docx: "שמירת קובץ Word",
    odt: "שמירת קובץ OpenDocument",
    pdf: "הדפסה, או שמירת PDF",
    page: "שמירת דף האינטרנט",
    text: "שמירת קובץ הטקסט",
    capsule: "שמירת הקפסולה",
    yjs: "שמירת קובץ Yjs",
  },
  copy: { rich: "העתקת הטקסט", markdown: "העתקה כ־Markdown", text: "העתקת המילים" },
  stays: (n) => `${lines(n)}. הכול נשאר במכשיר הזה.`,
  making: "הקובץ בהכנה…",
  failed: "לא ניתן היה להכין עכשיו את הקובץ הזה. במקומו נשמר Markdown.",
  digest: {
    title: "תקציר בראש",
    hint: "מה הוחלט, ומי עושה מה",
    off: "הקובץ מתחיל בטקסט.",
    never: "בקובץ הזה יש רק המסמך, כפי שתוכנות קוראות אותו: אין דבר מעל הטקסט.",
    how:
      "נכנסות לתוכו תיבות סימון, ושורות שמתחילות ב־" +
      `${isolated("!decision")} או ב־${isolated("?question")}. כך מציינים מי מטפל בזה: ${isolated("@Jana")}.`,
    none: `עוד אין בטקסט הזה תיבת סימון, ${isolated("!decision")} או ${isolated("?question")}.`,
    people: "לציין מי כאן",
    until: (time) => `עד ${time}`,
    heads: {
      open: (n) => `פתוח, ${n}`,
      done: (n) => `בוצע, ${n}`,
      decided: () => "הוחלט",
      questions: (n) => plural(n, { one: "שאלה", other: "שאלות" }),
    },
    more: (n) => `ועוד ${n}`,
    alone: "התקציר לבדו",
    table: "כטבלה",
    days: (n) =>
      plural(n, { one: "תאריך אחד ליומן", two: "שני תאריכים ליומן", other: `${n} תאריכים ליומן` }),
    mail: "בדואר",
    columns: ["סוג", "מילים", "מי", "מתי"],
    kinds: { open: "פתוח", done: "בוצע", decided: "הוחלט", questions: "שאלה" },
  },
};

const SIZE = isolated("8 MB");

/** The same for what is brought in. */
export const bring: Said<typeof englishBring> = {
  title: "להביא לכאן",
  choose: "בחירת קובץ",
  another: "בחירת קובץ אחר",
  what: `אפשר לגרור לכאן Markdown, Word, OpenDocument, דף אינטרנט, טקסט או קפסולה: עד ${SIZE} של טקסט, והתמונות שלו`,
  whatTouch: `קובץ Markdown, Word, OpenDocument, דף אינטרנט, טקסט או קפסולה: עד ${SIZE} של טקסט, והתמונות שלו`,
  reading: (name) => `קוראים את ${isolated(name)}…`,
  found: (size, { lines: all, boxes, pictures }) => [
    isolated(size),
    lines(all),
    ...(boxes
      ? [
          plural(boxes, {
            one: "תיבת סימון אחת",
            two: "שתי תיבות סימון",
            other: `${boxes} תיבות סימון`,
          }),
        ]
      : []),
    ...(pictures
      ? [plural(pictures, { one: "תמונה אחת", two: "שתי תמונות", other: `${pictures} תמונות` })]
      : []),
  ],
  lost: (n) =>
    plural(n, {
      one: "תמונה אחת נשארת בחוץ: הדפדפן הזה לא יכול להציג אותה, או שהיא לא בקובץ.",
      two: "שתי תמונות נשארות בחוץ: הדפדפן הזה לא יכול להציג אותן, או שהן לא בקובץ.",
      other: `${n} תמונות נשארות בחוץ: הדפדפן הזה לא יכול להציג אותן, או שהן לא בקובץ.`,
    }),
  where: "לאן זה נכנס?",
  places: {
    here: { name: "לפנקס הזה", hint: "עוד לא נכתב כאן דבר" },
    on: { name: "כהמשך לטקסט הזה", hint: "נכנס רק מה שחדש" },
    back: { name: "מה שנמחק, בסוף", hint: "מתחת למה שכאן" },
    end: { name: "בסוף", hint: "מתחת למה שכאן" },
    fresh: { name: "לפנקס חדש", hint: "הפנקס הזה נשאר כפי שהוא" },
    instead: { name: "במקום הטקסט הזה", hint: "כולם רואים, ואפשר לבטל" },
  },
  put: {
    here: "לשים כאן",
    on: "להמשיך איתו",
    back: "להחזיר",
    end: "לשים בסוף",
    fresh: "לשים בפנקס חדש",
    instead: "לשים במקום זה",
  },
  history: "קפסולה ממשיכה עם ההיסטוריה שלה. אם שני אנשים מביאים אותה, דבר לא מוכפל.",
  words: "המילים שלה נכנסות כאילו נכתבו כאן. ההיסטוריה שלה ממשיכה בפנקס ריק.",
  same: "כל מה שבקפסולה הזאת כבר נמצא כאן.",
  gone: (n) =>
    "כל מה שבקפסולה הזאת היה כאן. " +
    plural(n, {
      one: "שורה אחת ממנו נמחקה בינתיים, ואפשר להחזיר אותה.",
      two: "שתי שורות ממנו נמחקו בינתיים, ואפשר להחזיר אותן.",
      other: `${n} שורות ממנו נמחקו בינתיים, ואפשר להחזיר אותן.`,
    }),
  changed: "כל מה שבקפסולה הזאת היה כאן, ומאז המשיכו לכתוב בו. אפשר להחזיר אותו כפי שהיה.",
  notNow: "לא עכשיו",
  putting: "מכניסים…",
  away: "אין חיבור. אפשר יהיה להכניס כשהחיבור יחזור.",
  opening: "הפנקס הזה בדיוק נפתח מחדש. דבר לא נכנס: כדאי לנסות שוב.",
  beside: "מישהו כבר התחיל לכתוב כאן: מה שהבאת נמצא בסוף.",
  done: (name) => `${isolated(name)} נמצא בטקסט`,
  tooMuch: (name) => `${isolated(name)} גדול ממה שהפנקס הזה יכול להכיל. דבר לא נכנס.`,
  begun: "מישהו כבר התחיל לכתוב כאן. צריך לבחור שוב לאן זה נכנס.",
  failed: "לא ניתן היה לפתוח את הפנקס החדש. דבר לא נכנס.",
  offline: "מה שקורא קבצים מהסוג הזה לא הגיע. כדאי לנסות שוב כשהחיבור יחזור.",
  broken: "משהו ב־Fadepad השתבש בזמן ההכנסה. כדאי לבדוק את הטקסט: ייתכן שחלק כבר שם.",
  refused: {
    large: (name, size) =>
      `גודל ${isolated(name)} הוא ${isolated(size)}, או שהוא נפרס ליותר מזה בהרבה. ` +
      `אפשר להכניס טקסט עד ${SIZE}, ועם תמונות עד ${isolated("64 MB")}.`,
    empty: (name) => `${isolated(name)} ריק.`,
    silent: (name) => `אין טקסט ב־${isolated(name)}.`,
    unreadable: (name) => `אי אפשר לקרוא את ${isolated(name)}: הוא פגום, או שאינו מה ששמו אומר.`,
    deep: (name) =>
      `אי אפשר לקרוא את ${isolated(name)}: החלקים שלו מקוננים מאות פעמים. אפשר לשמור אותו כטקסט פשוט (${isolated(".txt")}) ולהביא אותו כך.`,
    closed: (name) =>
      `אי אפשר לפתוח את ${isolated(name)}: זו תיקייה, או שהוא הועבר או השתנה מאז שנבחר.`,
    fault: (name) =>
      `משהו ב־Fadepad השתבש עם ${isolated(name)}. ייתכן שהקובץ תקין: אפשר לשמור אותו כטקסט פשוט (${isolated(".txt")}) ולהביא אותו כך.`,
    away: (name) => `מה שקורא את ${isolated(name)} לא הגיע. כדאי לנסות שוב כשהחיבור יחזור.`,
    picture: (name) =>
      `${isolated(name)} הוא תמונה: אפשר לגרור אותה אל הטקסט, להדביק אותה שם, או לבחור ״תמונה״ בתפריט ״/״ או בטלפון.`,
    pdf: (name) =>
      `${isolated(name)} הוא PDF: יש בו עמודים, ולא טקסט שאפשר להמשיך. אפשר להביא את המסמך שממנו נוצר.`,
    doc: (name) =>
      `${isolated(name)} הוא קובץ Office ישן. קודם צריך לשמור אותו כ־Word (${isolated(".docx")}) או כ־OpenDocument (${isolated(".odt")}).`,
    rtf: (name) =>
      `${isolated(name)} הוא טקסט מעוצב (RTF). קודם צריך לשמור אותו כ־Word (${isolated(".docx")}) או כ־OpenDocument (${isolated(".odt")}).`,
    cells: (name) =>
      `ב־${isolated(name)} יש טבלאות או שקפים. אפשר להעתיק את הדרוש במקום שבו הוא נפתח ולהדביק כאן: תאים נכנסים כטבלה.`,
    zip: (name) => `אין Markdown ב־${isolated(name)}. אפשר לחלץ אותו ולהביא את מה שבפנים.`,
    unknown: (name) =>
      `${isolated(name)} אינו מהקבצים שיכולים להיכנס: Markdown, Word, OpenDocument, דפי אינטרנט, טקסט וקפסולות.`,
  },
};
