/** What a phone shows below the text. Apart from the others, because only phones load it. */
import type { Said } from "..";
import type { companion as english } from "../en/companion";
import { isolated } from "../grammar";

export const companion: Said<typeof english> = {
  label: "הוספה לפנקס",
  line: "הוספת שורה",
  send: "שליחת השורה",
  where: (name) => `שורה בסוף, בשם ${isolated(name)}`,
  later: (name) => `יישלח כשהחיבור יחזור, בשם ${isolated(name)}`,
  away: "הטקסט עוד לא כאן. כדאי לנסות שוב בעוד רגע.",
  unsent: "לא נשלח: עכשיו אפשר כאן רק לקרוא",
  photo: "תמונה",
  tick: "סימון",
  undo: "ביטול",
  follow: "מעקב",
  boxes: "תיבות הסימון בפנקס הזה",
  noBoxes: "עוד אין תיבות סימון בפנקס הזה.",
  noWords: "(בלי מילים)",
};
