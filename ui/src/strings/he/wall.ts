/** Every sentence on the wall. Apart from the others, because only the projector page loads it. */
import type { Said } from "..";
import type { wall as english } from "../en/wall";
import { isolated } from "../grammar";
import { long, people, plural, shortLeft } from "./numbers";

/** Held together: where the line is short, it breaks between the sentences. */
const stored = (saves: boolean): string =>
  (saves ? "אצל המארח נשאר עותק." : "שום דבר לא נשמר.").replaceAll(" ", "\u00a0");

export const wall: Said<typeof english> = {
  scan: "סורקים, או מקלידים",
  scanRead: "סורקים וקוראים יחד",
  after: "אחר כך סורקים, או מקלידים",
  afterRead: "אחר כך סורקים וקוראים יחד",
  here: (name) => `${isolated(name)} כאן`,
  /** After a name. */
  isHere: "כאן",
  /** After the name of the only one; after how many, where they are more. */
  asks: "– בקשה לכתוב",
  ask: (n) => `${plural(n, { two: "שתי בקשות", other: `${n} בקשות` })} לכתוב:`,
  nobody: "עוד אין כאן איש.",
  alive: (ttl, saves) => `חי כל עוד יש כאן מישהו, ואז ${long(ttl)}. ${stored(saves)}`,
  stored,
  blocked: "הרשת הזאת מציגה את המסך, אבל לא את מי שכאן. כדאי לפתוח אותו בדרך אחרת.",
  fading: (left) => `אין כאן איש. הפנקס הזה נמוג בעוד ${left < 60 ? long(left) : shortLeft(left)}.`,
  knocks: (n) => `${people(n)} ${plural(n, { one: "ממתין", other: "ממתינים" })} בדלת`,
  letsIn: "הכניסה באישור המארח.",
  pin: "וה־PIN, מהמארח",
  knockFirst: "מי שמגיע דופק, והמארח מכניס.",
  closed: "הדלת סגורה: עכשיו איש חדש לא נכנס.",
  tools: "המסך הזה",
  /** A button that is pressed while it is shown. */
  text: "טקסט",
  theText: "הטקסט",
  headings: "כותרות",
  empty: "עדיין לא נכתב כאן דבר.",
  /** Whom it follows. */
  shows: (name: string) => `מציג/ה: ${name}`,
  /** To everyone who writes. */
  told: "הטקסט מוצג עכשיו במסך הגדול: כל מי שבחדר יכול לקרוא אותו.",
  toldNoMore: "הטקסט כבר לא מוצג במסך הגדול.",
  full: "מסך מלא",
  light: "בהיר",
  dark: "כהה",
  wifi: "Wi-Fi…",
  wifiTitle: "להציג גם קוד Wi-Fi",
  wifiLead: "סורקים אותו קודם, כדי להיות באותה רשת. הוא נמצא רק בדף הזה, ונעלם כשהדף נסגר.",
  wifiName: "שם הרשת",
  wifiPassword: "סיסמה, אם יש",
  wifiShow: "להציג",
  wifiHide: "להסתיר",
  wifiQr: (name) => `קוד QR לרשת Wi-Fi ${isolated(name)}`,
  wifiFirst: "קודם Wi-Fi",
};
