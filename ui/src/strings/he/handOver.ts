/** What a host reads who hands the pad over to another computer; fetched only then. */
import type { Said } from "..";
import type { handOver as english } from "../en/handOver";

export const handOver: Said<typeof english> = {
  title: "העברה למחשב אחר",
  lead: "צריך לצאת עם המחשב הזה? אפשר להריץ את הפקודה הזאת במחשב אחר בחדר שיש בו Fadepad:",
  copy: "העתקת הפקודה",
  copied: "הועתק. מריצים אותה במחשב האחר.",
  cantCopy: "הדפדפן שלך לא מעתיק כאן. אפשר לסמן את הפקודה ולהעתיק ידנית.",
  after:
    "הטקסט, הקוד, הקישורים והזמן עוברים יחד. הדפים של כולם עוברים מעצמם, וגם המסך הגדול. " +
    "אחר כך הכול נמחק מהמחשב הזה, ואפשר לצאת.",
  secret: "מי שמחזיק בפקודה הזאת הוא מארח של הפנקס, ולכן לא כדאי למסור אותה לאף אחד אחר.",
};
