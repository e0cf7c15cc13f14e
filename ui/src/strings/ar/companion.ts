/** What a phone shows below the text. Apart from the others, because only phones load it. */
import type { Said } from "..";
import type { companion as english } from "../en/companion";
import { isolated } from "../grammar";

export const companion: Said<typeof english> = {
  label: "إضافة إلى الدفتر",
  line: "إضافة سطر",
  send: "إرسال السطر",
  where: (name) => `سطر في النهاية، باسم ${isolated(name)}`,
  later: (name) => `يُرسل حين يعود الاتصال، باسم ${isolated(name)}`,
  away: "لم يصل النص بعد. يُرجى المحاولة بعد لحظة.",
  unsent: "لم يُرسل: القراءة فقط متاحة الآن",
  photo: "صورة",
  tick: "تأشير",
  undo: "تراجع",
  follow: "متابعة",
  boxes: "مربعات الاختيار في هذا الدفتر",
  noBoxes: "لا مربعات اختيار في هذا الدفتر بعد.",
  noWords: "(بلا كلمات)",
};
