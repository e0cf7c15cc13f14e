/** Every word on the menus of the text. Apart from the others, because only the editor loads it. */
import type { Said } from "..";
import type { menus as english } from "../en/menus";

export const menus: Said<typeof english> = {
  slash: "מה אפשר לשים כאן",
  emoji: "אימוג׳י",
  none: "אין כאן דבר בשם הזה",
  format: "עיצוב המילים",
  link: "הקישור הזה",
  noLink: "קישור מוביל לכתובת אינטרנט, לדואר או למספר טלפון.",
  add: "הוספת שורה מתחת",
  block: "תפריט השורה הזאת",
  turnInto: "להפוך ל־",
  callout: "מסגרת",
  duplicate: "שכפול",
  copyLink: "העתקת קישור לשורה הזו",
  lineGone: "השורה שהקישור הזה מוביל אליה כבר לא כאן.",
  insert: { up: "הוספה מעל", down: "הוספה מתחת", left: "הוספה משמאל", right: "הוספה מימין" },
  move: { up: "הזזה למעלה", down: "הזזה למטה", left: "הזזה שמאלה", right: "הזזה ימינה" },
  words: "מילים",
  ground: "רקע",
  remove: "מחיקה",
  back: "חזרה",
  ofRow: "שורה",
  ofColumn: "עמודה",
  header: { row: "שורת כותרת", column: "עמודת כותרת" },
  removeLine: { row: "מחיקת השורה", column: "מחיקת העמודה" },
  row: "תפריט השורה הזאת בטבלה",
  column: "תפריט העמודה הזאת",
  cell: "תפריט התא הזה",
  moreRows: "הוספת שורה, או גרירה לעוד",
  moreColumns: "הוספת עמודה, או גרירה לעוד",
};
