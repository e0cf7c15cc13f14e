/** What stands in the place of an editor that fails; fetched only then. */
import type { Said } from "..";
import type { fallen as english } from "../en/fallen";

export const fallen: Said<typeof english> = {
  title: "כרגע אי אפשר להמשיך לכתוב כאן",
  body: "הטקסט עדיין בפנקס, והמילים שלו כאן למטה. אפשר לקחת עותק, או לנסות שוב.",
  copy: "העתקת הטקסט",
  text: "המילים של הטקסט",
  host:
    "אם זה נשאר כך, אפשר להתחיל מחדש עם הטקסט האחרון שהוצג בדף הזה כראוי. " +
    "הוא יהיה הטקסט של כולם, ומה שנכתב אחריו ייעלם.",
  afresh: "להתחיל מחדש מהטקסט התקין האחרון",
};
