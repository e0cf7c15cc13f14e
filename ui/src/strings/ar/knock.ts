/** Who knocks, and who lets them in; fetched only then. */
import type { Said } from "..";
import type { knock as english } from "../en/knock";
import { isolated } from "../grammar";
import { DEVICES, entryRequests, plural, short } from "./numbers";

const by = (host: string | null): string => (host === null ? "المضيف" : isolated(host));

export const knock: Said<typeof english> = {
  title: "في انتظار إذن المضيف بالدخول",
  told: (host) => `وصل الخبر إلى ${by(host)}. يكفي ترك هذه الصفحة مفتوحة، وستتابع تلقائيًا.`,
  /** Below one's own name. */
  seen: (host) => `هكذا يظهر اسمك لدى ${by(host)}`,
  change: "تغيير",
  leave: "عدم الانتظار",
  fine: "لم يصل أي نص إلى هذا الجهاز بعد.",
  notNow: (host) => `الدخول غير متاح الآن لدى ${by(host)}`,
  later: "يمكن طرق الباب مرة أخرى بعد قليل.",
  again: "طرق الباب مجددًا",
  againIn: (s) => `طرق الباب مجددًا بعد ${short(s)}`,
  /** To a host. */
  door: "عند الباب",
  somebody: "شخص ما",
  /** After a name. */
  wants: { edit: "– طلب دخول", view: "– طلب دخول للقراءة" },
  wasOut: "سبق الإخراج من هنا",
  how: (device, way, ago) =>
    `${DEVICES[device] ?? "جهاز"} · ${way === "code" ? "بالرمز" : "بالرابط"} · قبل ${short(ago)}`,
  more: (n) => plural(n, { one: "وشخص آخر", two: "وشخصان آخران", other: `و${n} آخرون` }),
  less: "عرض أقل",
  /** At the door of another pad of this host. */
  elsewhere: (pad, n) => `عند باب ${isolated(pad)}: ${entryRequests(n)}.`,
  goThere: "الانتقال إليه",
  notYet: "ليس الآن",
  letIn: "إدخال",
};
