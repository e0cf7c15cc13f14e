/** What a host reads who starts a pad afresh; fetched only then. */
import type { Said } from "..";
import type { afresh as english } from "../en/afresh";

export const afresh: Said<typeof english> = {
  open: "התחלה חדשה…",
  title: "התחלה חדשה",
  what: "הטקסט נשאר. מה שנמחק נעלם.",
  whatOf:
    "הפנקס ממשיך עם הטקסט כפי שהוא נראה עכשיו. ההיסטוריה שלו וכל מה שנמחק ממנו נעלמים. הקוד והקישורים מתחלפים. " +
    "כל מי שכאן עובר מעצמו, חוץ ממי שהוצא.",
  begin: "להתחיל מחדש",
  keep: "לא עכשיו",
  away: "אין חיבור. זה יתאפשר כשהחיבור יחזור.",
  busy: "מתחילים מחדש…",
  failed: "זה לא הצליח. כדאי לנסות שוב.",
};
