/** Every sentence on the host's page. Apart from the others, because only a host's browser loads it. */
import type { Said } from "..";
import type { host as english } from "../en/host";
import { isolated } from "../grammar";
import { afterwards } from "./ending";
import { long, people, plural } from "./numbers";

/** What those who are here get before the end. */
function offered(n: number, lastCall: number | null): string {
  if (n === 0 || lastCall === null) return "";
  return lastCall === 0
    ? " לאף אחד לא מוצע עותק."
    : ` לכולם מוצע עותק, למשך ${long(lastCall)} או עד שכולם עונים.`;
}

export const host: Said<typeof english> = {
  title: "הפנקסים במחשב הזה",
  newPad: "פנקס חדש",
  asking: "מחפשים את הפנקסים שלך…",
  empty: "אין כאן פנקס פתוח.",
  away: "אין קשר עם Fadepad. ייתכן שמה שנראה כאן כבר השתנה.",
  failed: "זה לא הצליח. כדאי לנסות שוב בעוד רגע.",
  nobody: "אין כאן איש",
  elsewhere: "התחיל במקום אחר",
  knocks: (n) => `${people(n)} ${plural(n, { one: "ממתין", other: "ממתינים" })} בדלת`,
  letIn: "לענות",
  letInOne: (pad) => `מענה למי שבדלת של ${isolated(pad)}`,
  keep: "להשאיר בחיים",
  keepOne: (pad) => `להשאיר בחיים: ${isolated(pad)}`,
  more: (pad) => `עוד על ${isolated(pad)}`,
  open: "פתיחה",
  rename: "שינוי שם…",
  renameTitle: (pad) => `שינוי השם של ${isolated(pad)}`,
  renameLabel: "מה שכולם קוראים",
  renameHint: "הקישורים והקוד נשארים. אם השדה ריק, מוצג השם עצמו.",
  renameDone: "שינוי שם",
  join: "כניסה לפנקס אחר",
  foot: (saves) =>
    saves
      ? "הטקסט נמצא בזיכרון, וכשהפנקס מסתיים הוא נשמר כאן בקבצים. כש־Fadepad נסגר, כל הפנקסים מסתיימים."
      : "הטקסט נמצא בזיכרון בלבד. כש־Fadepad נסגר, כל הפנקסים כאן מסתיימים.",
  endTitle: (pad) => `לסיים את ${isolated(pad)} לכולם?`,
  /** `lastCall`: how long everyone is offered a copy (seconds); `null` before it is known. */
  endBody: (n, lastCall, saves) =>
    `${n === 0 ? "אין כאן איש." : `${people(n)} כאן.`}${offered(n, lastCall)} ` +
    `אחר כך הטקסט נמחק מהזיכרון ומהדפים שמציגים אותו${afterwards(saves)}` +
    (saves ? "" : " כדי לשמור עותק, צריך קודם לפתוח אותו."),
};
