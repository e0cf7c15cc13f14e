/** The start page, and the page of a new pad. */
import type { Said } from "..";
import type { fresh as englishFresh, start as englishStart } from "../en/start";
import { isolated } from "../grammar";
import { long, people } from "./numbers";

const soon = (wait: number | null): string => (wait === null ? "דקה" : long(Math.max(1, wait)));

export const start: Said<typeof englishStart> = {
  title: "Fadepad",
  lead: "כאן מקלידים את הקוד מהמסך הגדול.",
  label: "קוד",
  join: "כניסה",
  joining: "נפתח…",
  notInAlphabet: (letters) =>
    `${isolated(letters)} לא מופיע בשום קוד, ` +
    `כי ${isolated("O/0")}, ${isolated("I/L/1")} ו־${isolated("U/V")} נראים דומים. כדאי להסתכל שוב במסך.`,
  unknown: `הקוד הזה לא מוכר כאן. בקוד יש שישה תווים, כמו ${isolated("K7Q\u00a0PM3")}.`,
  ended: "הפנקס ההוא הסתיים.",
  /** `wait`: how long (seconds), where that is known. */
  tooMany: (wait) => `יותר מדי ניסיונות. אפשר לנסות שוב בעוד ${soon(wait)}.`,
  notNow: (wait) => `כרגע אין אישור כניסה מהמארח. אפשר לנסות שוב בעוד ${soon(wait)}.`,
  tryNow: "עכשיו אפשר לנסות שוב.",
  closed: "הפנקס ההוא לא מקבל כרגע אנשים חדשים. אפשר לשאול את המארח.",
  pin: "PIN",
  pinNeeded: "הפנקס הזה דורש גם PIN. אפשר לקבל אותו מהמארח.",
  pinWrong: "זה לא ה־PIN של הפנקס הזה. כדאי לבדוק שוב, או לשאול את המארח.",
  offline: "אין קשר עם Fadepad. האם המכשיר הזה עדיין באותה רשת?",
  newPad: "פנקס חדש",
  near: "ברשת הזאת",
  nearOn: (host) => `במחשב ${isolated(host)}`,
  nearFading: "נמוג",
  nearWaiting: "עוד אין איש",
  nearPeople: people,
};

export const fresh: Said<typeof englishFresh> = {
  title: "פנקס חדש",
  lead: "הוא חי כל עוד יש בו מישהו.",
  lives: (ttl) => `הוא חי כל עוד יש בו מישהו, ואז עוד ${long(ttl)}.`,
  unkept: "שום דבר ממנו לא נשמר.",
  unread: (said) =>
    `בקישור כתוב ${isolated(said.join(", "))}, ואי אפשר לקרוא זאת. בעניין הזה הפנקס כרגיל.`,
  kept: "במחשב של המארח נשאר עותק כשהוא מסתיים.",
  label: "שם, אם רוצים",
  hint: `אותיות לטיניות קטנות, ספרות, ${isolated("-")} ו־${isolated("_")}`,
  create: "פתיחת הפנקס",
  withFile: "להתחיל מקובץ…",
  beginsWith: (file) => `מתחיל מהקובץ ${isolated(file)}.`,
  without: "בלי הקובץ",
  taken: "כבר יש פנקס חי בשם הזה. צריך לבחור שם אחר.",
  hostOnly: "רק המארח יכול לפתוח כאן פנקס חדש.",
  badName: `רק אותיות לטיניות קטנות, ספרות, ${isolated("-")} ו־${isolated("_")}, עד 64.`,
};
