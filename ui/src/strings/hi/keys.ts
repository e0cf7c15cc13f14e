/** The list of all keys. */
import type { Said } from "..";
import type { keys as english } from "../en/keys";

export const keys: Said<typeof english> = {
  title: "कीबोर्ड शॉर्टकट",
  page: "पेज",
  lines: "पंक्तियाँ, एक या सभी चुनी हुई",
  typed: "पंक्ति की शुरुआत में टाइप करें",
  sheet: "यह सूची",
  redo: "फिर से करें",
  tick: "बॉक्स पर सही का निशान",
  breaks: "उसी ब्लॉक में नई पंक्ति",
  leave: "टेक्स्ट से बाहर जाएँ",
};
