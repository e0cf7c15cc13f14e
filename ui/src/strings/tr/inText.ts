/** What the text says without its menus. Apart from those, which come after it. */
import type { Said } from "..";
import type { inText as english } from "../en/inText";

export const inText: Said<typeof english> = {
  keys:
    "Alt ve F10 araçlara, Shift ve F10 satırın menüsüne götürür; tabloda ayrıca satır ve sütun menülerine. " +
    "Escape, ardından Tab metinden çıkarır.",
  callouts: {
    note: "Not",
    tip: "İpucu",
    important: "Önemli",
    warning: "Uyarı",
    caution: "Dikkat",
  },
  colour: "Renk",
  grey: "Gri",
};
