/** The names of the tools over the keyboard of a touch device. */
import type { Said } from "..";
import type { keybar as english } from "../en/keybar";

export const keybar: Said<typeof english> = {
  label: "כלי השורה",
  tick: "תיבת סימון",
  list: "רשימה",
  heading: "כותרת",
  bold: "מודגש",
  italic: "נטוי",
  underline: "קו תחתון",
  strike: "קו חוצה",
  code: "קוד",
  mark: "סימון בצבע",
  link: "קישור",
  address: "כתובת הקישור",
  example: "example.org",
  set: "החלה",
  unlink: "הסרת הקישור",
  back: "חזרה",
  noLink: "קישור מוביל לכתובת אינטרנט, לדואר או למספר טלפון.",
  indent: "הזחה פנימה",
  outdent: "הזחה החוצה",
  undo: "ביטול",
  picture: "תמונה",
  more: "רכיבים נוספים",
  done: "סיום",
};
