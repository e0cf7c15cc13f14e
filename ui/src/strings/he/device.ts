/** Every sentence about a further device of one's own. Apart from the others, because few need them. */
import type { Said } from "..";
import type { device as english } from "../en/device";
import { isolated } from "../grammar";
import { inWords } from "./numbers";

export const device: Said<typeof english> = {
  title: "שימוש במכשיר נוסף",
  lead: (name) =>
    "אפשר לסרוק במכשיר השני, או לפתוח בו את הקישור. " +
    `השם בשניהם הוא ${isolated(name)}, והם נספרים כאדם אחד.`,
  once: (minutes) => `טוב למכשיר אחד, למשך ${inWords(minutes * 60)}. הוא רק בשבילך.`,
  over: "הקישור הזה ישן מדי. שום דבר לא נפתח בו.",
  fresh: "קישור חדש",
  here: "המכשיר השני שלך כאן.",
  done: "סיום",
  used: [
    "הקישור הזה כבר עשה את שלו",
    "הוא מצרף מכשיר אחד, במשך עשר דקות. הקישור הבא נמצא ברשימת האנשים, במכשיר הראשון.",
  ],
};
