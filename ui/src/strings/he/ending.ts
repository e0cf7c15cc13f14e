/** Sentences of a pad's end while it lives: the host's last word, and the last call. */
import type { Said } from "..";
import type { call as englishCall, end as englishEnd } from "../en/ending";
import { isolated } from "../grammar";
import { long, people, plural } from "./numbers";

/** What is left of the text after its end. */
export const afterwards = (saves: boolean): string =>
  saves ? ". במחשב של המארח נשאר עותק בקבצים." : ", ו־Fadepad לא יכול להחזיר אותו.";

const after = (saves: boolean): string =>
  saves ? "אחר כך נשאר עותק בקבצים במחשב של המארח." : "אחר כך Fadepad לא יכול להחזיר את הטקסט.";

export const end: Said<typeof englishEnd> = {
  title: "לסיים את הפנקס הזה לכולם?",
  body: (n, seconds, saves) =>
    `${n > 1 ? `${people(n)} כאן. לכולם מוצע עותק` : "אין כאן איש מלבדך. לכל מי שיגיע מוצע עותק"}, ` +
    `למשך ${long(seconds)} או עד שכולם עונים. עד אז עוד אפשר לעצור. ` +
    `אחר כך הטקסט נמחק מהזיכרון ומהדפים שמציגים אותו${afterwards(saves)}`,
  bodyAtOnce: (n, saves) =>
    `${n > 1 ? `${people(n)} כאן, ולאף אחד לא מוצע עותק` : "אין כאן איש מלבדך"}: ` +
    `הטקסט נמחק מיד, מהזיכרון ומהדפים שמציגים אותו${afterwards(saves)}`,
  copy: "קודם לשמור קובץ Markdown",
  confirm: "כן, לסיים אותו",
  now: "לסיים עכשיו",
  stay: "לא עכשיו",
  failed: "אין חיבור. אפשר יהיה לסיים את הפנקס כשהחיבור יחזור.",
};

export const call: Said<typeof englishCall> = {
  title: {
    soon: "הפנקס הזה מסתיים בקרוב",
    leaving: "לא נשאר כאן איש מלבדך",
    unsent: "עוד לא הכול הגיע",
  },
  ends: (name) => `הפנקס מסתיים, בהחלטת ${isolated(name)}`,
  youEnd: "הפנקס מסתיים, בהחלטתך",
  why: {
    host: "המארח מסיים את הפנקס הזה",
    stop: "המחשב של הפנקס הזה נעצר",
    announced: "הפנקס הזה מסתיים עכשיו, כפי שהמארח קבע",
    max_lifetime: "תם הזמן המרבי של הפנקס הזה",
  },
  lead: "אחר כך הטקסט נעלם. אם צריך עותק, זה הזמן.",
  leadKept: "אחר כך הוא נמחק מכאן, ובמחשב של המארח נשאר עותק. אם צריך עותק, זה הזמן.",
  seconds: (n) => plural(n, { one: "שנייה", other: "שניות" }),
  minutes: "דקות",
  copied: "הועתק. אפשר להדביק בכל מקום",
  file: "שמירת קובץ",
  fileHint: "Word, דף אינטרנט, קפסולה ועוד",
  fileForm: "איזה קובץ?",
  forms: { markdown: "Markdown", docx: "Word", page: "דף אינטרנט", capsule: "קפסולה" },
  fileKept: "נשמר. הוא בין ההורדות",
  none: "לא צריך",
  noneHint: "שום דבר ממנו לא נשאר במכשיר הזה",
  fadeHint: "מסתיים זמן קצר אחרי שכולם ענו",
  another: "לבקש עוד דקה",
  anotherGiven: "לכולם יש עוד דקה. ",
  /** `asked`: whether who reads this is among them. */
  answered: (n, of, asked) => {
    if (of === 0) return "אין עוד את מי לשאול. מסתיים עוד רגע.";
    if (of === 1) {
      if (n === of)
        return asked ? "התשובה שלך התקבלה. מסתיים עוד רגע." : "התשובה התקבלה. מסתיים עוד רגע.";
      return asked
        ? "זמן קצר אחרי התשובה שלך, הפנקס מסתיים."
        : "חסרה תשובה אחת. זמן קצר אחריה הפנקס מסתיים.";
    }
    if (n === of) return "כולם ענו. מסתיים עוד רגע.";
    return `${n} מתוך ${of} ענו. זמן קצר אחרי שכולם יענו, הפנקס מסתיים.`;
  },
  back: "חזרה לטקסט",
  soon: (time) => `הוא מסתיים ב־${time}, גם אם יש כאן אנשים. אם צריך את הטקסט, כדאי לקחת עותק.`,
  leaving: (ttl, saves) => `אחרי היציאה שלך הפנקס נמוג בתוך ${long(ttl)}. ${after(saves)}`,
  leavingUntil: (time, saves) => `אחרי היציאה שלך הפנקס נשאר עד ${time}. ${after(saves)}`,
  leavingKept: "אחרי היציאה שלך הפנקס נשאר עד שהמארח מסיים אותו, או עד תום הזמן המרבי שלו.",
  unsent: (time) => `מה שכתבת מאז ${time} נמצא רק בדף הזה. ביציאה עכשיו הוא הולך לאיבוד.`,
  leftOut: (time) =>
    `חלק ממה שכתבת מאז ${time} לא נמצא בפנקס, אלא רק בדף הזה. ביציאה עכשיו הוא הולך לאיבוד. ` +
    "אפשר להעתיק אותו מהשורה שמעל הטקסט.",
  copy: "העתקת הטקסט",
  copyHint: "Markdown, להדבקה בכל מקום",
  keep: "שמירת קובץ Markdown",
  keepHint: "טקסט פשוט לרשימות ולמשימות",
  page: "שמירת דף אינטרנט",
  pageHint: "נפתח בכל דפדפן, בלי רשת",
  others: "פורמטים אחרים…",
  othersHint: "Word, PDF, או קפסולה להמשך",
  letFade: "לתת לו להימוג",
  goOn: "חזרה לטקסט",
  stop: "להשאיר בחיים",
  stopped: "הפנקס הזה ממשיך.",
  stay: "להישאר",
  leave: "לצאת בכל זאת",
  foot: (pad, when) => `${isolated(pad)}, נשמר מ־Fadepad ב־${when}.`,
};
