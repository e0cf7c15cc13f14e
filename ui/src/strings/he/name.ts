/** What one is asked on coming in: a name and a colour. */
import type { Said } from "..";
import type { name as english } from "../en/name";
import { isolated } from "../grammar";
import { long, people } from "./numbers";

export const name: Said<typeof english> = {
  title: "מי כותב כאן?",
  lead: "מופיע ליד הסמן שלך. שום דבר אחר לא נדרש.",
  label: "שם",
  colour: "צבע",
  colourN: (n) => `צבע ${n}`,
  join: (pad) => `כניסה אל ${isolated(pad)}`,
  keep: "שמירת השם",
  fine: (here, wiped) => `${here === 0 ? "עוד אין כאן איש." : `${people(here)} כאן.`} ${wiped}`,
  wiped: (ttl) => `הטקסט נמחק ${long(ttl)} אחרי שהאחרונים יוצאים.`,
  wipedAt: (time) => `הטקסט נמחק ב־${time}, גם אם יש כאן אנשים.`,
  kept: (hardEnd) => `הטקסט נשאר עד החלטת המארח, ולכל היותר עד ${hardEnd}. אחר כך הוא נמחק.`,
  saves: "במחשב של המארח נשאר עותק.",
  change: "השם והצבע שלך",
};
