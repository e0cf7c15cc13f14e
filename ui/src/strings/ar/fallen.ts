/** What stands in the place of an editor that fails; fetched only then. */
import type { Said } from "..";
import type { fallen as english } from "../en/fallen";

export const fallen: Said<typeof english> = {
  title: "لا تمكن متابعة الكتابة هنا الآن",
  body: "النص ما زال في الدفتر، وكلماته أدناه. يمكن أخذ نسخة، أو المحاولة مرة أخرى.",
  copy: "نسخ النص",
  text: "كلمات النص",
  host:
    "إن بقي الحال هكذا، يمكن البدء من جديد بآخر نص عرضته هذه الصفحة سليمًا. " +
    "ويصبح ذلك نص الجميع، ويزول ما جاء بعده.",
  afresh: "البدء من آخر نص سليم",
};
