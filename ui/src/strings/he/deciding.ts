/** What a host decides about people; fetched only then. */
import type { Said } from "..";
import type { deciding as english } from "../en/deciding";
import { isolated } from "../grammar";

export const deciding: Said<typeof english> = {
  everyone: "כולם יכולים לכתוב",
  everyoneHint: "רק מארחים, ומי שקיבל רשות לכתוב.",
  menu: (name) => `מה מותר ל־${isolated(name)}`,
  write: "רשות לכתוב",
  read: "קריאה בלבד",
  pass: "העברת העט",
  passHint: "במקום מי שהחזיק בו. מארחים, ומי שקיבל רשות לכתוב, ממשיכים.",
  asks: (name, time) => `${isolated(name)}: בקשה לכתוב כבר ${time}`,
  makeHost: "מתן אירוח",
  takeHost: "ביטול אירוח",
  /** New links for hosts alone take a host's link back. */
  hostHint: "קישור של מארח מחזיר את האירוח לכל מי שמחזיק בו, עד שייווצרו קישורים חדשים למארחים.",
  showOut: "הוצאה…",
  showOutHint: "חזרה רק באישור שלך.",
  /** The second question. */
  out: {
    title: (name) => `להוציא את ${isolated(name)}?`,
    body: (devices) =>
      `${devices > 2 ? `כל ${devices} המכשירים יוצאים מיד.` : devices === 2 ? "שני המכשירים יוצאים מיד." : "זה קורה מיד."} ` +
      "חזרה באותו שם תתאפשר רק באישור שלך. מי ששמר את הקוד יכול להיכנס כאדם חדש, אלא אם ייווצרו קישורים חדשים.",
    address: "כל מי שיגיע מאותה כתובת יצטרך לדפוק בדלת",
    now: "הוצאה",
    keep: "להשאיר",
  },
  isOut: (name) => `${isolated(name)} כבר לא בפנקס.`,
  letIn: "לאשר חזרה",
};
