/** What a host reads who hands the pad over to another computer; fetched only then. */
import type { Said } from "..";
import type { handOver as english } from "../en/handOver";

export const handOver: Said<typeof english> = {
  title: "Devret",
  lead: "Bu bilgisayarla ayrılmanız mı gerekiyor? Bunu, odada Fadepad bulunan başka bir bilgisayarda çalıştırın:",
  copy: "Komutu kopyala",
  copied: "Kopyalandı. Diğer bilgisayarda çalıştırın.",
  cantCopy: "Tarayıcınız burada kopyalamıyor. Komutu seçip elle kopyalayın.",
  after:
    "Metin, kod, bağlantılar ve süre birlikte geçer. Herkesin sayfası kendiliğinden izler, büyük ekran da. " +
    "Sonra hepsi bu bilgisayardan silinir ve ayrılabilirsiniz.",
  secret: "Bu komut kimdeyse defterin ev sahibi olur; başka kimseye vermeyin.",
};
