/** Who brought what, for a host; fetched only then. */
import type { Said } from "..";
import type { brought as english } from "../en/brought";
import { isolated } from "../grammar";
import { plural, short, wrongCodes } from "./numbers";

export const brought: Said<typeof english> = {
  parts: (n) =>
    plural(n, {
      one: "חלק אחד שאי אפשר להציג",
      two: "שני חלקים שאי אפשר להציג",
      other: `${n} חלקים שאי אפשר להציג`,
    }),
  show: "הצגה",
  remove: "הסרה",
  /** For who does not see beside whose name it stands. */
  of: (name) => `מה שהגיע מ־${isolated(name)}`,
  sure: (n) =>
    plural(n, {
      one: "להסיר אצל כולם?",
      two: "להסיר את שניהם אצל כולם?",
      other: `להסיר את כל ה־${n} אצל כולם?`,
    }),
  keep: "להשאיר",
  removed: "הוסר אצל כולם.",
  bringBack: "להחזיר",
  fills: (percent) => `ממלא ${percent}% מהפנקס`,
  unseen: "רובו במקום שאף דף לא מציג",
  hasLeft: "כבר לא כאן",
  left: "מישהו שכבר יצא",
  nameless: "מישהו בלי שם גלוי",
  unknown: "מישהו, לא ידוע מי",
  guessing: (wrong, ago) =>
    `מישהו ניסה קודים: ${wrongCodes(wrong)} בעשר דקות, האחרון לפני ${short(ago)}. ` +
    "צריך להמתין עד לניסיון הבא, והקוד נשאר כפי שהוא.",
  readers: (n) =>
    plural(n, {
      one: "תוכנה אחת עוקבת אחרי הטקסט",
      two: "שתי תוכנות עוקבות אחרי הטקסט",
      other: `${n} תוכנות עוקבות אחרי הטקסט`,
    }),
  more: (n) => `ועוד ${n}`,
};
