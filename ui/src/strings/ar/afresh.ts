/** What a host reads who starts a pad afresh; fetched only then. */
import type { Said } from "..";
import type { afresh as english } from "../en/afresh";

export const afresh: Said<typeof english> = {
  open: "بداية جديدة…",
  title: "بداية جديدة",
  what: "يبقى النص، ويزول ما حُذف منه.",
  whatOf:
    "يستمر الدفتر بالنص كما يظهر الآن، ويُمحى تاريخه وكل ما حُذف منه. ويتغيّر الرمز وتتغيّر الروابط. " +
    "ينتقل كل من هنا تلقائيًا، ما عدا من أُخرج.",
  begin: "البدء من جديد",
  keep: "ليس الآن",
  away: "لا اتصال الآن. يمكن ذلك حين يعود.",
  busy: "جارٍ البدء من جديد…",
  failed: "لم يتم ذلك. يُرجى المحاولة مرة أخرى.",
};
