/** What one is asked on coming in: a name and a colour. */
import type { Said } from "..";
import type { name as english } from "../en/name";
import { isolated } from "../grammar";
import { long, people } from "./numbers";

export const name: Said<typeof english> = {
  title: "من يكتب هنا؟",
  lead: "يظهر بجانب مؤشرك. ولا يُطلب شيء آخر.",
  label: "الاسم",
  colour: "اللون",
  colourN: (n) => `اللون ${n}`,
  join: (pad) => `دخول ${isolated(pad)}`,
  keep: "اعتماد هذا الاسم",
  fine: (here, wiped) => `${here === 0 ? "لا أحد هنا بعد." : `${people(here)} هنا.`} ${wiped}`,
  wiped: (ttl) => `يُمحى النص بعد ${long(ttl)} من مغادرة آخر شخص.`,
  wipedAt: (time) => `يُمحى النص في الساعة ${time}، حتى مع وجود أشخاص هنا.`,
  kept: (hardEnd) => `يبقى النص إلى أن ينهي المضيف الدفتر، وأقصاه حتى الساعة ${hardEnd}. ثم يُمحى.`,
  saves: "تبقى نسخة على حاسوب المضيف.",
  change: "اسمك ولونك",
};
