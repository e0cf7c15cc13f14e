/** Letting others in. */
import type { Said } from "..";
import type { share as english } from "../en/share";
import { isolated } from "../grammar";
import { DEVICES, shortLeft } from "./numbers";

export const share: Said<typeof english> = {
  title: "להזמין אנשים",
  write: "לכתיבה",
  read: "לקריאה",
  mode: "מה אפשר לעשות",
  qr: (url) => `קוד QR של ${isolated(url)}`,
  code: (code) => `קוד ${isolated(code.split("").join(" "))}`,
  readHint: "מי שסורק את זה קורא עם כולם ולא כותב.",
  readPin: "מי שסורק את זה קורא עם כולם ולא כותב. ה־PIN נדרש רק עם הקוד.",
  proof: (device, ago) => `${DEVICES[device] ?? "מכשיר אחר"} הגיע לכאן, לפני ${shortLeft(ago)}`,
  blocked: "אף מכשיר אחר עוד לא פתח את הכתובת הזאת. מה עלול להפריע:",
  noProof: "אף מכשיר אחר עוד לא פתח את הכתובת הזאת.",
  encrypted: "מוצפן. דפדפנים מזהירים על כך פעם אחת",
  compare:
    "Fadepad יצר את האישור שלו בעצמו. לפני שממשיכים מעבר לאזהרה, משווים את ה־SHA‑256 שלו. " +
    "אי אפשר להיכנס כך מ־iPhone ומ־iPad.",
  /** Beside the code. */
  pin: "וה־PIN",
  door: "מי שמגיע",
  /** In two words, and what it means. */
  doors: {
    open: ["נכנס", "מי שמגיע נכנס בקוד או בקישור."],
    knock: ["דופק", "מי שמגיע ממתין לאישור כניסה."],
    closed: ["לא נכנס", "איש חדש לא נכנס, ומי שכאן נשאר."],
  },
  pins: {
    /** By how new people come in. */
    none: {
      open: "מי שיש לו הקוד נכנס בלי PIN.",
      knock: "מי שיש לו הקוד דופק בלי PIN.",
      closed: "לא נקבע PIN.",
    },
    asked: {
      open: "מי שיש לו הקוד נשאל גם על ה־PIN.",
      knock: "מי שיש לו הקוד נשאל על ה־PIN, ואז דופק.",
      closed: "נקבע PIN.",
    },
    set: "קביעת PIN",
    another: "PIN אחר",
    away: "בלי PIN",
    done: "לדרוש אותו",
    leave: "ביטול",
  },
  pinHint: "אומרים אותו למי שבחדר: הוא לא מוצג בשום מקום.",
  pinOdd: "ב־PIN יש 4 עד 64 אותיות, ספרות או סימנים.",
  doorFailed: "זה לא הצליח. כדאי לנסות שוב בעוד רגע.",
  copy: "העתקת קישור",
  copied: "הועתק",
  cantCopy: "קישור להעתקה",
  network: (name) => `רשת ${isolated(name)}`,
  wall: "להציג במסך גדול",
  textOnWalls: "להציג שם גם את הטקסט",
  textOnWallsHint: "כל מי שכאן מקבל על כך הודעה. מי שרואה את המסך קורא את הטקסט.",
  failed: "כרגע אי אפשר להציג את הכתובת. כדאי לנסות שוב כשהחיבור יחזור.",
  loading: "הכתובת בדרך…",
  device: "עוד מכשיר שלך?",
};
