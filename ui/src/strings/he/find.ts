/** The bar that finds words in the text, and puts others in their place. */
import type { Said } from "..";
import type { find as english } from "../en/find";

export const find: Said<typeof english> = {
  label: "חיפוש",
  words: "חיפוש בטקסט",
  count: (at, of) => `${at} מתוך ${of}`,
  none: "לא נמצא דבר",
  before: "התוצאה הקודמת",
  next: "התוצאה הבאה",
  replacement: "להחליף ב־",
  replacing: "החלפה במילים אחרות",
  replace: "החלפה",
  all: (n) => `הכול (${n})`,
  allTold: (n) => `החלפת הכול (${n})`,
  replaced: (n) => `הוחלפו: ${n}`,
};
