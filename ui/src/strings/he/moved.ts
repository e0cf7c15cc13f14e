/** What people read while their pad goes over to another machine; fetched only then. */
import type { Said } from "..";
import type { moved as english } from "../en/moved";
import { isolated } from "../grammar";

export const moved: Said<typeof english> = {
  going: "הפנקס הזה עובר למחשב אחר. הדף הזה יעבור איתו בהפסקה הראשונה בכתיבה.",
  looking: "הפנקס הזה עובר למחשב אחר. הדף הזה בדרך לשם.",
  unreached: (at) =>
    `הפנקס הזה נמשך ב־${isolated(at)}. המכשיר הזה עוד לא מגיע לשם: אפשר להקליד את הכתובת הזאת בדפדפן. מה שכתבת כאן עדיין מגיע.`,
  go: "מעבר לשם",
  title: "הפנקס הזה נמשך במקום אחר",
  there: (at) => `עכשיו הוא ב־${isolated(at)}. הדף הזה עובר לשם מעצמו.`,
  type: (at) =>
    `עכשיו הוא ב־${isolated(at)}, והמכשיר הזה עוד לא מגיע לשם. צריך להתחבר לרשת של אותו מחשב, ולהקליד את הכתובת הזאת בדפדפן.`,
  erased: "במחשב שבו היה, הטקסט שלו נמחק.",
  words: "חלק ממה שכתבת כבר לא הגיע. הוא עדיין בדף הזה.",
};
