/** What went wrong, and the way on. */
import type { Said } from "..";
import type { trouble as english } from "../en/trouble";

export const trouble: Said<typeof english> = {
  key: [
    "Bu bağlantı defteri açmıyor",
    "Eksik kalmış ya da bitmiş bir deftere ait olabilir. Yenisini isteyin ya da kodu yazın.",
  ],
  noKey: [
    "Bu bağlantıda bir şey eksik",
    "Sizi içeri alan, “#” işaretinden sonraki kısımdır. Bağlantının tamamını isteyin ya da kodu yazın.",
  ],
  unknown: ["Burada bu adda bir defter yok", "Bitmiş ya da başka bir bilgisayarda olabilir."],
  full: ["Bu defter dolu", "Girebilmeniz için birinin ayrılması gerekiyor."],
  forbidden: ["Şu an içeri giremezsiniz", "Ev sahibi kapıyı kapattı ya da sizi dışarı çıkardı."],
  shownOut: ["Ev sahibi sizi dışarı çıkardı", "Ancak ev sahibi içeri alırsa geri gelebilirsiniz."],
  newLinks: [
    "Ev sahibi yeni bağlantılar oluşturdu",
    "Sizinki eskilerden. Kodu bir kez daha okutun ya da yazın, kaldığınız yerden sürdürün.",
  ],
  wait: ["Henüz değil", "Bir dakika bekleyin, sonra tekrar deneyin."],
  closed: [
    "Bu defter şu an yeni kimseyi almıyor",
    "Ev sahibine sorun. Daha önce burada olanlar eskisi gibi girer.",
  ],
  broken: [
    "Buradaki bir şey gösterilemiyor",
    "Metin yerinde ve güvende. Devam etmek için defteri yeniden açın.",
  ],
  tooLarge: [
    "Bu, defter için fazla büyüktü",
    "Alınmadı; sizin metninizle diğerlerininki ayrışmadan sayfa durdu.",
  ],
  notKept: [
    "Buradaki bir şeyi defter tutamıyor",
    "Bunu herkes göremeyecekti. Sizin metninizle diğerlerininki ayrışmadan sayfa durdu.",
  ],
  malformed: [
    "Buradaki bir şeyi defter okuyamıyor",
    "Sizin metninizle diğerlerininki ayrışmadan sayfa durdu.",
  ],
  offline: ["Fadepad’e ulaşılamıyor", "Bu cihaz hâlâ defteri paylaşan bilgisayarla aynı ağda mı?"],
  used: [
    "Bu bağlantı görevini tamamladı",
    "Ev sahibinin kendi bağlantısı defteri bir kez, ev sahibinin bilgisayarında açar. " +
      "Yenisi, Fadepad’in başlatıldığı yerde.",
  ],
  notHere: [
    "Bu adreste bir şey yok",
    "Defterler bağlantıyla, QR koduyla ya da altı karakterlik kodla açılır.",
  ],
  again: "Tekrar dene",
  knock: "Kapıyı çal",
  /** Where that can be asked for. */
  back: "Geri gelmek iste",
  lastWords: "Son yazdıklarınız alınmadı: kopyalayın.",
  start: "Kodu yaz",
  load: "Defteri yeniden aç",
};
