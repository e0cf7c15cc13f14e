/** What the text says without its menus. Apart from those, which come after it. */
import type { Said } from "..";
import type { inText as english } from "../en/inText";

export const inText: Said<typeof english> = {
  keys:
    "Alt और F10 से टूल, Shift और F10 से पंक्ति का मेन्यू खुलता है, तालिका में उसकी पंक्ति और कॉलम के मेन्यू भी; " +
    "Escape, फिर Tab से टेक्स्ट के बाहर आते हैं।",
  callouts: {
    note: "टिप्पणी",
    tip: "सुझाव",
    important: "महत्वपूर्ण",
    warning: "चेतावनी",
    caution: "सावधान",
  },
  colour: "रंग",
  grey: "स्लेटी",
};
