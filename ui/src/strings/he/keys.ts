/** The list of all keys. */
import type { Said } from "..";
import type { keys as english } from "../en/keys";

export const keys: Said<typeof english> = {
  title: "קיצורי מקלדת",
  page: "הדף",
  lines: "שורות, אחת או כל הנבחרות",
  typed: "מה שמקלידים בתחילת שורה",
  sheet: "הרשימה הזו",
  redo: "ביצוע חוזר",
  tick: "סימון תיבה",
  breaks: "שורה חדשה באותו בלוק",
  leave: "יציאה מהטקסט",
};
