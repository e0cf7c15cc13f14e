/** What a host reads who makes new links; fetched only then. */
import type { Said } from "..";
import type { newLinks as english } from "../en/newLinks";
import { isolated } from "../grammar";

const WHAT = { edit: "לכתיבה", view: "לקריאה", host: "למארחים" } as const;

export const newLinks: Said<typeof english> = {
  open: "קישורים חדשים…",
  title: "קישורים חדשים",
  what: "הקישורים שחולקו עד כה מפסיקים לעבוד.",
  which: "אילו קישורים",
  of: WHAT,
  /** What becomes of whom. */
  whatOf: {
    edit: "כל מי שנכנס בקישור או בקוד הישנים צריך לסרוק שוב. הקוד מתחלף, כאן ובמסך הגדול.",
    view: "כל מי שנכנס בקישור הישן לקריאה צריך את החדש. הקוד נשאר.",
    host:
      "כל מי שמארח בקישור המארח צריך את החדש, חוץ ממך וממי שקיבל אירוח ברשימה הזאת. " +
      "הקישור החדש נמצא בכתובת של הדף הזה.",
  },
  /** The door is closed: nobody who is out comes back. */
  closed: "הדלת סגורה: איש מהם לא יחזור לפני שתיפתח.",
  make: "ליצור חדשים",
  keep: "להשאיר את הישנים",
  away: "אין חיבור. זה יתאפשר כשהחיבור יחזור.",
  made: (role, by) =>
    by
      ? `קישורים חדשים ${WHAT[role]} מאת ${isolated(by)}. הישנים לא פותחים דבר.`
      : `יש קישורים חדשים ${WHAT[role]}. הישנים לא פותחים דבר.`,
};
