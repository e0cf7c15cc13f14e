/** Every sentence about a further device of one's own. Apart from the others, because few need them. */
import type { Said } from "..";
import type { device as english } from "../en/device";
import { isolated } from "../grammar";
import { inWords } from "./numbers";

export const device: Said<typeof english> = {
  title: "استخدام جهاز آخر أيضًا",
  lead: (name) =>
    "يكفي مسح الرمز بالجهاز الآخر، أو فتح الرابط عليه. " +
    `يظهر الاسم ${isolated(name)} على الجهازين، ويُحسبان شخصًا واحدًا.`,
  once: (minutes) => `صالح لجهاز واحد، لمدة ${inWords(minutes * 60)}. وهو لك وحدك.`,
  over: "انتهت مدة هذا الرابط، ولم يُفتح به شيء.",
  fresh: "إنشاء رابط جديد",
  here: "جهازك الآخر هنا.",
  done: "تم",
  used: [
    "أدّى هذا الرابط مهمته",
    "يصلح لجهاز واحد، خلال عشر دقائق. والرابط التالي في قائمة الأشخاص، على جهازك الأول.",
  ],
};
