/** What a host reads who starts a pad afresh; fetched only then. */
import type { Said } from "..";
import type { afresh as english } from "../en/afresh";

export const afresh: Said<typeof english> = {
  open: "Baştan başlat…",
  title: "Baştan başlat",
  what: "Metin kalır. Silinmiş olanlar tamamen gider.",
  whatOf:
    "Defter, metnin şu anki hâliyle sürer. Geçmişi ve silinen her şey yok edilir. Kod ve bağlantılar değişir. " +
    "Buradaki herkes kendiliğinden birlikte geçer; dışarı çıkarılanlar geçmez.",
  begin: "Baştan başlat",
  keep: "Şimdi değil",
  away: "Şu an çevrimdışı. Yeniden bağlanınca yapılabilir.",
  busy: "Baştan başlatılıyor…",
  failed: "Yapılamadı. Tekrar deneyin.",
};
