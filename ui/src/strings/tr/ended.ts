/** After the end, and after leaving. */
import type { Said } from "..";
import type { ended as englishEnded, left as englishLeft } from "../en/ended";
import { atTime, inWords } from "./numbers";

export const left: Said<typeof englishLeft> = {
  title: "Ayrıldınız",
  body: "Bu sayfada artık metin yok. Defter yaşadığı sürece geri dönebilirsiniz.",
  back: "Deftere dön",
};

export const ended: Said<typeof englishEnded> = {
  title: "Bu defter soldu",
  faded: (time, ttl) =>
    `Son kişi ayrıldıktan ${inWords(ttl)} sonra, saat ${atTime(time)} sona erdi.`,
  fadedPlain: "Son kişi ayrıldıktan bir süre sonra sona erdi.",
  host: (time) => `Ev sahibi defteri saat ${atTime(time)} bitirdi.`,
  hostPlain: "Ev sahibi defteri bitirdi.",
  stop: (time) =>
    `Ev sahibinin bilgisayarındaki program durdurulunca, saat ${atTime(time)} sona erdi.`,
  stopPlain: "Ev sahibinin bilgisayarındaki program durdurulunca sona erdi.",
  announced: (time) => `Ev sahibinin belirlediği gibi, saat ${atTime(time)} sona erdi.`,
  announcedPlain: "Ev sahibinin belirlediği saatte sona erdi.",
  maxLifetime: (time) => `En uzun süresi dolunca, saat ${atTime(time)} sona erdi.`,
  afresh: (time) =>
    `Ev sahibi defteri saat ${atTime(time)} baştan başlattı. Defter sürüyor: kodunu yeniden okutun ya da yeni bağlantıyı isteyin.`,
  afreshPlain:
    "Ev sahibi defteri baştan başlattı. Defter sürüyor: kodunu yeniden okutun ya da yeni bağlantıyı isteyin.",
  handedOn: (time) => `Saat ${atTime(time)} başka bir bilgisayara geçti.`,
  handedOnPlain: "Başka bir bilgisayarda sürüyor.",
  at: (time) => `Saat ${atTime(time)} sona erdi.`,
  plain: "Metni bellekten silindi ve Fadepad onu geri getiremez.",
  slept: "Bu cihaz o sırada bağlı değildi. Sondan sonra hiçbir şey gönderilmedi.",
  held: "Sizde hâlâ bir kopya var",
  heldLead: "Metnin son gördüğünüz hâli bu sayfada. Sayfayı kapatınca gider.",
  anew: "Onunla yeni bir defter aç",
  anewFailed: "Yeni defter açılamadı. Kopyanız hâlâ burada.",
  keep: "Dosya olarak kaydet",
  page: "Web sayfası olarak kaydet",
  forget: "Vazgeç, gitsin",
  dropped: "Bu sayfada artık metin yok.",
  receipt: "Silinme belgesi",
  erased: "Bellekten silindi",
  told: "Haber verilen kişiler",
  copies: "Tarayıcılarından silinen kopyalar",
  files: "Bitince kaydedilen dosyalar",
  filesKept: (n) => `${n}, ev sahibinin bilgisayarında`,
  honest: "Açık tutanlar kendilerine kopya almış olabilir.",
  nobody: "burada kimse yoktu",
  nOf: (n, of) => `${n} / ${of}`,
  stands: "Kodu geçerli: okutan kişi yeni, boş bir defter başlatır ve bu sayfa oraya geçer.",
  again: (pad) => `${pad} yeniden açıldı, boş olarak.`,
  goThere: "Oraya git",
  newPad: "Yeni defter",
  start: "Başka bir kod yaz",
};
