/** What people read while their pad goes over to another machine; fetched only then. */
import type { Said } from "..";
import type { moved as english } from "../en/moved";
import { isolated } from "../grammar";

export const moved: Said<typeof english> = {
  going: "ينتقل هذا الدفتر إلى حاسوب آخر. وتتبعه هذه الصفحة عند أول توقف عن الكتابة.",
  looking: "ينتقل هذا الدفتر إلى حاسوب آخر. وهذه الصفحة في طريقها إليه.",
  unreached: (at) =>
    `يستمر هذا الدفتر عند ${isolated(at)}، وهذا الجهاز لا يصل إليه بعد. يُرجى إدخال هذا العنوان في المتصفح. وما تكتبه هنا ما زال يصل.`,
  go: "الانتقال إليه",
  title: "يستمر هذا الدفتر في مكان آخر",
  there: (at) => `هو الآن عند ${isolated(at)}. وتنتقل إليه هذه الصفحة تلقائيًا.`,
  type: (at) =>
    `هو الآن عند ${isolated(at)}، وهذا الجهاز لا يصل إليه بعد. يُرجى الاتصال بشبكة ذلك الحاسوب، ثم إدخال هذا العنوان في المتصفح.`,
  erased: "ومُحي نصه من الحاسوب الذي كان عليه.",
  words: "بعض ما كتبته لم يعد يصل. وهو ما زال في هذه الصفحة.",
};
