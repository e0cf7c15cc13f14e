/** After the end, and after leaving. */
import type { Said } from "..";
import type { ended as englishEnded, left as englishLeft } from "../en/ended";
import { isolated } from "../grammar";
import { inWords } from "./numbers";

export const left: Said<typeof englishLeft> = {
  title: "יצאת מהפנקס",
  body: "בדף הזה כבר אין טקסט. כל עוד הפנקס חי, אפשר לחזור אליו.",
  back: "חזרה לפנקס",
};

export const ended: Said<typeof englishEnded> = {
  title: "הפנקס הזה נמוג",
  faded: (time, ttl) => `הסתיים ב־${time}, ${inWords(ttl)} אחרי שהאחרונים יצאו.`,
  fadedPlain: "הסתיים זמן מה אחרי שהאחרונים יצאו.",
  host: (time) => `המארח סיים אותו ב־${time}.`,
  hostPlain: "המארח סיים אותו.",
  stop: (time) => `הסתיים ב־${time}, כשהתוכנה במחשב של המארח נעצרה.`,
  stopPlain: "הסתיים כשהתוכנה במחשב של המארח נעצרה.",
  announced: (time) => `הסתיים ב־${time}, כפי שהמארח קבע.`,
  announcedPlain: "הסתיים בשעה שהמארח קבע.",
  maxLifetime: (time) => `הסתיים ב־${time}, בתום הזמן המרבי שלו.`,
  afresh: (time) =>
    `המארח התחיל אותו מחדש ב־${time}. הוא נמשך: אפשר לסרוק שוב את הקוד, או לבקש את הקישור החדש.`,
  afreshPlain: "המארח התחיל אותו מחדש. הוא נמשך: אפשר לסרוק שוב את הקוד, או לבקש את הקישור החדש.",
  handedOn: (time) => `ב־${time} הוא עבר למחשב אחר, ושם הוא נמשך.`,
  handedOnPlain: "הוא עבר למחשב אחר, ושם הוא נמשך.",
  at: (time) => `הסתיים ב־${time}.`,
  plain: "הטקסט שלו נמחק מהזיכרון, ו־Fadepad לא יכול להחזיר אותו.",
  slept: "המכשיר הזה לא היה מחובר אז. אחרי הסיום לא נשלח דבר.",
  held: "עדיין יש לך עותק",
  heldLead: "בדף הזה נמצא הטקסט כפי שנראה לאחרונה. הוא נעלם כשהדף נסגר.",
  anew: "פנקס חדש עם הטקסט",
  anewFailed: "לא ניתן היה לפתוח את הפנקס החדש. העותק שלך עדיין כאן.",
  keep: "שמירת קובץ",
  page: "שמירת דף אינטרנט",
  forget: "לוותר עליו",
  dropped: "בדף הזה כבר אין טקסט.",
  receipt: "אישור מחיקה",
  erased: "נמחק מהזיכרון",
  told: "אנשים שקיבלו הודעה",
  copies: "עותקים שהדפדפנים שלהם מחקו",
  files: "קבצים שנשמרו בסיומו",
  filesKept: (n) => `${n}, במחשב של המארח`,
  honest: "ייתכן שאנשים שהפנקס היה פתוח אצלם שמרו עותקים.",
  nobody: "איש לא היה כאן",
  nOf: (n, of) => `${n} מתוך ${of}`,
  stands: "הקוד שלו עדיין תקף: סריקה שלו פותחת פנקס חדש וריק, ולשם עובר הדף הזה.",
  again: (pad) => `הפנקס ${isolated(pad)} שוב חי, ריק.`,
  goThere: "מעבר לשם",
  newPad: "פנקס חדש",
  start: "הקלדת קוד אחר",
};
