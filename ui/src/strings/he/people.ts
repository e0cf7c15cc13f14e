/** Who is here. */
import type { Said } from "..";
import type { people as english } from "../en/people";
import { isolated } from "../grammar";
import { people as count, plural } from "./numbers";

export const people: Said<typeof english> = {
  title: "מי כאן",
  open: (n) => `${count(n)} כאן`,
  you: "אני",
  roles: { host: "אירוח", edit: "כתיבה", view: "קריאה" },
  named: (name, host) => (host ? `${isolated(name)} (אירוח)` : name),
  pencil: "העט כאן",
  devices: (n) => plural(n, { two: "שני מכשירים", other: `${n} מכשירים` }),
  more: (n) => isolated(`+${n}`),
  change: "שינוי שם או צבע",
  device: "שימוש במכשיר נוסף",
  nameless: "מישהו",
};
