/** Pictures and other files in the text. Apart from the others, because only the editor loads it. */
import type { Said } from "..";
import type { pictures as english } from "../en/pictures";
import { isolated } from "../grammar";

export const pictures: Said<typeof english> = {
  picture: "תמונה",
  pictureHint: "מהמכשיר הזה",
  file: "קובץ",
  fileHint: "PDF או קובץ אחר, לשמירה",
  group: "מדיה",
  brings: (name, isPicture) => [
    name ? isolated(name) : "מישהו",
    isPicture ? " – תמונה בדרך" : " – קובץ בדרך",
  ],
  of: (sent, total) => `${isolated(sent)} מתוך ${isolated(total)}`,
  waits: "ממתין לתורו",
  pauses: "החיבור אבד. זה ימשיך מעצמו.",
  gone: (isPicture) => (isPicture ? "התמונה הזאת לא הגיעה." : "הקובץ הזה לא הגיע."),
  away: "התמונה הזאת כבר לא כאן.",
  cancel: "ביטול",
  again: "לנסות שוב",
  remove: "הסרה",
  tooLarge: (size, most) =>
    `גודל הקובץ הזה ${isolated(size)}. אפשר להכניס קבצים עד ${isolated(most)}.`,
  empty: "הקובץ הזה ריק.",
  heic: "הדפדפן הזה לא קורא תמונות בפורמט HEIC. אפשר לשלוח אותה כ־JPEG, או מהטלפון שצילם אותה.",
  unreadable: "אי אפשר לקרוא כאן את התמונה הזאת. אפשר לשלוח אותה כ־JPEG או PNG.",
  refused: "הפנקס לא מקבל עכשיו את הקובץ הזה.",
  full: "הצגה מלאה",
  keep: "שמירת התמונה",
  close: "סגירה",
  before: "התמונה הקודמת",
  next: "התמונה הבאה",
  count: (at, all) => `${at} מתוך ${all}`,
};
