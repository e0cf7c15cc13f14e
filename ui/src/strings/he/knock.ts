/** Who knocks, and who lets them in; fetched only then. */
import type { Said } from "..";
import type { knock as english } from "../en/knock";
import { isolated } from "../grammar";
import { DEVICES, people, plural, short } from "./numbers";

/** After "ל" and "אצל". */
const toHost = (host: string | null): string => (host === null ? "למארח" : `ל־${isolated(host)}`);
const ofHost = (host: string | null): string => (host === null ? "המארח" : isolated(host));

export const knock: Said<typeof english> = {
  title: "ממתינים לאישור כניסה מהמארח",
  told: (host) => `נמסרה הודעה ${toHost(host)}. אפשר להשאיר את הדף פתוח: הוא ימשיך מעצמו.`,
  /** Below one's own name. */
  seen: (host) => `כך זה נראה אצל ${ofHost(host)}`,
  change: "שינוי",
  leave: "לא להמתין",
  fine: "עדיין אין שום טקסט במכשיר הזה.",
  notNow: (host) => `כרגע אין אישור כניסה מצד ${ofHost(host)}`,
  later: "בקרוב אפשר יהיה לדפוק שוב.",
  again: "לדפוק שוב",
  againIn: (s) => `לדפוק שוב בעוד ${short(s)}`,
  /** To a host. */
  door: "בדלת",
  somebody: "מישהו",
  /** After a name. */
  wants: { edit: "– בקשת כניסה", view: "– בקשת כניסה, לקריאה" },
  wasOut: "כבר הייתה הוצאה בעבר",
  how: (device, way, ago) =>
    `${DEVICES[device] ?? "מכשיר"} · ${way === "code" ? "לפי הקוד" : "לפי הקישור"} · לפני ${short(ago)}`,
  more: (n) => `ועוד ${n}`,
  less: "להציג פחות",
  /** At the door of another pad of this host. */
  elsewhere: (pad, n) =>
    `${people(n)} ${plural(n, { one: "ממתין", other: "ממתינים" })} בדלת של ${isolated(pad)}.`,
  goThere: "מעבר לשם",
  notYet: "לא עכשיו",
  letIn: "להכניס",
};
