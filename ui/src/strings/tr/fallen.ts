/** What stands in the place of an editor that fails; fetched only then. */
import type { Said } from "..";
import type { fallen as english } from "../en/fallen";

export const fallen: Said<typeof english> = {
  title: "Şu an burada yazmayı sürdürmek mümkün değil",
  body: "Metin hâlâ defterde. Yazılanlar aşağıda. Bir kopya alın ya da tekrar deneyin.",
  copy: "Metni kopyala",
  text: "Metinde yazılanlar",
  host:
    "Böyle kalırsa, bu sayfanın düzgün gösterdiği son metinle baştan başlayabilirsiniz. " +
    "Herkesin metni o olur; sonradan gelenler gider.",
  afresh: "Son düzgün metinle baştan başlat",
};
