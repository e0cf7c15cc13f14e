/** Who is here. */
import type { Said } from "..";
import type { people as english } from "../en/people";
import { isolated } from "../grammar";
import { people as count, plural } from "./numbers";

export const people: Said<typeof english> = {
  title: "من هنا",
  open: (n) => `${count(n)} هنا`,
  you: "أنت",
  roles: { host: "استضافة", edit: "كتابة", view: "قراءة" },
  named: (name, host) => (host ? `${isolated(name)} (استضافة)` : name),
  pencil: "القلم هنا",
  devices: (n) =>
    plural(n, {
      two: "جهازان",
      few: `${n} أجهزة`,
      many: `${n} جهازًا`,
      other: `${n} جهاز`,
    }),
  more: (n) => isolated(`+${n}`),
  change: "تغيير الاسم أو اللون",
  device: "استخدام جهاز آخر أيضًا",
  nameless: "شخص ما",
};
