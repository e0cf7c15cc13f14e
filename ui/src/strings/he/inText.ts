/** What the text says without its menus. Apart from those, which come after it. */
import type { Said } from "..";
import type { inText as english } from "../en/inText";
import { isolated } from "../grammar";

export const inText: Said<typeof english> = {
  keys:
    `המקשים ${isolated("Alt+F10")} מובילים אל הכלים, ${isolated("Shift+F10")} אל תפריט השורה, ובטבלה גם אל תפריטי השורה והעמודה שלה. ` +
    `${isolated("Escape")} ואחריו ${isolated("Tab")} יוצאים מהטקסט.`,
  callouts: {
    note: "הערה",
    tip: "עצה",
    important: "חשוב",
    warning: "אזהרה",
    caution: "זהירות",
  },
  colour: "צבע",
  grey: "אפור",
};
