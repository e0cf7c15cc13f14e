/** Who brought what, for a host; fetched only then. */
import type { Said } from "..";
import type { brought as english } from "../en/brought";
import { isolated } from "../grammar";
import { plural, short, wrongCodes } from "./numbers";

export const brought: Said<typeof english> = {
  parts: (n) =>
    plural(n, {
      one: "جزء واحد لا يمكن عرضه",
      two: "جزءان لا يمكن عرضهما",
      few: `${n} أجزاء لا يمكن عرضها`,
      many: `${n} جزءًا لا يمكن عرضها`,
      other: `${n} جزء لا يمكن عرضها`,
    }),
  show: "عرض",
  remove: "إزالة",
  /** For who does not see beside whose name it stands. */
  of: (name) => `من إضافات ${isolated(name)}`,
  sure: (n) =>
    plural(n, {
      one: "هل يُزال عند الجميع؟",
      two: "هل يُزال كلاهما عند الجميع؟",
      other: `هل تُزال كلها (${n}) عند الجميع؟`,
    }),
  keep: "إبقاء",
  removed: "أُزيل عند الجميع.",
  bringBack: "استعادة",
  fills: (percent) => `الحصة من الدفتر: ${percent}%`,
  unseen: "معظمها حيث لا تعرضها أي صفحة",
  hasLeft: "خارج الدفتر",
  left: "شخص غادر",
  nameless: "شخص بلا اسم ظاهر",
  unknown: "شخص غير معروف",
  guessing: (wrong, ago) =>
    `هناك من جرّب رموزًا: ${wrongCodes(wrong)} خلال عشر دقائق، آخرها قبل ${short(ago)}. ` +
    "عليه الانتظار، والرمز باقٍ كما هو.",
  readers: (n) =>
    plural(n, {
      one: "برنامج واحد يتابع النص",
      two: "برنامجان يتابعان النص",
      few: `${n} برامج تتابع النص`,
      many: `${n} برنامجًا تتابع النص`,
      other: `${n} برنامج تتابع النص`,
    }),
  more: (n) => `و${n} غيرها`,
};
