/** How long a pad lives, and what its host decides about that. */
import type { Said } from "..";
import type { life as englishLife, steer as englishSteer } from "../en/life";
import { afterwards } from "./ending";
import { long, short } from "./numbers";

export const life: Said<typeof englishLife> = {
  label: "כמה זמן הפנקס הזה חי",
  title: "כמה זמן הפנקס הזה חי",
  alive: (ttl) => `חי כל עוד יש כאן מישהו, ואז ${short(ttl)}`,
  alivePhone: "חי כל עוד יש כאן מישהו",
  until: (time) => `חי עד ${time}`,
  kept: "נשאר עד החלטת המארח",
  ends: (left) => `מסתיים בעוד ${left}`,
  fades: (left) => `נמוג בעוד ${left}`,
  connecting: "נפתח…",
  lost: "מתחברים מחדש…",
  ended: "הסתיים",
  what: (ttl, saves) =>
    `אחרי שהאחרונים יוצאים, הטקסט נשאר ${long(ttl)}. אחר כך הוא נמחק מהזיכרון${afterwards(saves)}`,
  whatUntil: (time, saves) =>
    `הפנקס נשאר עד ${time}, גם אם אין כאן איש. אחר כך הטקסט שלו נמחק מהזיכרון${afterwards(saves)}`,
  whatKept: (hardEnd) =>
    "הפנקס נשאר עד שהמארח מחליט אחרת, גם אם אין כאן איש. " +
    `בכל מקרה הוא מסתיים ${hardEnd ? `ב־${hardEnd}` : "בתום הזמן המרבי שלו"}, ` +
    "וכל מי שכאן מקבל הודעה לפני כן.",
  hard: (time) => `הוא מסתיים ב־${time}, גם אם יש כאן אנשים.`,
  where: (saves) =>
    "הטקסט נמצא בזיכרון של המחשב שמשתף את הפנקס, ובדפים שמציגים אותו. " +
    (saves
      ? "Fadepad כותב אותו לדיסק כשהפנקס מסתיים, ולא לפני כן."
      : "Fadepad לא כותב אותו לשום דיסק."),
  whoDecides: "המארח מחליט כמה זמן הוא חי. כל מי שכאן רואה זאת מיד.",
  saved: "כל מה שכתבת הגיע לשם.",
  sending: "שולחים את מה שכתבת…",
  held: "מה שכתבת לאחרונה לא עובר: הוא נמצא רק בדף הזה.",
  waiting: "מה שכתבת ממתין בדף הזה עד שהחיבור יחזור.",
  reading: "כאן אפשר לקרוא.",
};

export const steer: Said<typeof englishSteer> = {
  detour: "הרשת הזאת לא מעבירה חיבור חי. הכול מגיע בכל זאת, קצת מאוחר יותר.",
  label: "להשאיר את הפנקס",
  fade: "כל עוד בשימוש",
  until: "עד שעה מסוימת",
  keep: "עד להחלטתי",
  graces: "אחרי שהאחרונים יוצאים",
  grace: (ttl) => `${long(ttl)} אחרי שהאחרונים יוצאים`,
  time: "להשאיר עד",
  set: "קביעה",
  untilHint: "אז הוא מסתיים, גם אם יש כאן אנשים.",
  tomorrow: "זה כבר מחר.",
  tooLate: (hardEnd) =>
    "זה מאוחר יותר ממה שהפנקס יכול לחיות. הוא נשאר " +
    `${hardEnd ? `עד ${hardEnd}` : "ככל שאפשר"}, וכולם מקבלים הודעה לפני שהוא מסתיים.`,
  keepHint: (hardEnd) =>
    "הוא נשאר גם אחרי שכולם יצאו. בכל מקרה הוא מסתיים " +
    `${hardEnd ? `ב־${hardEnd}` : "בתום הזמן המרבי שלו"}.`,
};
