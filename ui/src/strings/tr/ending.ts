/** Sentences of a pad's end while it lives: the host's last word, and the last call. */
import type { Said } from "..";
import type { call as englishCall, end as englishEnd } from "../en/ending";
import { atTime, long, people, sinceTime, untilTime } from "./numbers";

/** What is left of the text after its end. */
export const afterwards = (saves: boolean): string =>
  saves
    ? ". Ev sahibinin bilgisayarında dosya olarak bir kopyası kalır."
    : " ve Fadepad onu geri getiremez.";

const after = (saves: boolean): string =>
  saves
    ? "Ondan sonra ev sahibinin bilgisayarında dosya olarak bir kopyası kalır."
    : "Ondan sonra Fadepad metni geri getiremez.";

export const end: Said<typeof englishEnd> = {
  title: "Bu defter herkes için bitsin mi?",
  body: (n, seconds, saves) =>
    `${n > 1 ? `Burada ${people(n)} var. Herkese` : "Burada sizden başka kimse yok. Her gelene"} ` +
    `bir kopya sunulur: ${long(seconds)} boyunca ya da herkes yanıt verene kadar. O zamana dek vazgeçebilirsiniz. ` +
    `Sonra metin bellekten ve gösterildiği sayfalardan silinir${afterwards(saves)}`,
  bodyAtOnce: (n, saves) =>
    `${n > 1 ? `Burada ${people(n)} var ve kimseye kopya sunulmaz` : "Burada sizden başka kimse yok"}: ` +
    `metin bellekten ve gösterildiği sayfalardan hemen silinir${afterwards(saves)}`,
  copy: "Önce Markdown dosyası kaydet",
  confirm: "Bitirmek istiyorum",
  now: "Şimdi bitir",
  stay: "Şimdi değil",
  failed: "Çevrimdışı. Defter, yeniden bağlanınca bitirilebilir.",
};

export const call: Said<typeof englishCall> = {
  title: {
    soon: "Bu defter yakında bitiyor",
    leaving: "Burada son kişi sizsiniz",
    unsent: "Henüz hepsi ulaşmadı",
  },
  ends: (name) => `${name} bu defteri bitiriyor`,
  youEnd: "Bu defteri bitiriyorsunuz",
  why: {
    host: "Ev sahibi bu defteri bitiriyor",
    stop: "Bu defterin bilgisayarı kapanıyor",
    announced: "Bu defter, ev sahibinin belirlediği gibi şimdi bitiyor",
    max_lifetime: "Bu defterin en uzun süresi doldu",
  },
  lead: "Sonra metni gider. Gerekiyorsa bir kopya alın.",
  leadKept:
    "Sonra buradan silinir; ev sahibinin bilgisayarında bir kopyası kalır. Gerekiyorsa siz de alın.",
  seconds: () => "saniye",
  minutes: "dakika",
  copied: "Kopyalandı. İstediğiniz yere yapıştırın",
  file: "Dosya olarak kaydet",
  fileHint: "Word, web sayfası, kapsül ve diğerleri",
  fileForm: "Hangi dosya?",
  forms: { markdown: "Markdown", docx: "Word", page: "Web sayfası", capsule: "Kapsül" },
  fileKept: "Kaydedildi. İndirilenler arasında",
  none: "Gerek yok",
  noneHint: "Bu cihazda ondan hiçbir şey kalmaz",
  fadeHint: "Herkes yanıt verince kısa süre sonra biter",
  another: "Bir dakika daha iste",
  anotherGiven: "Herkesin bir dakikası daha var. ",
  /** `asked`: whether who reads this is among them. */
  answered: (n, of, asked) => {
    if (of === 0) return "Sorulacak başka kimse yok. Birazdan bitiyor.";
    if (of === 1) {
      if (n === of)
        return asked ? "Yanıtınız alındı. Birazdan bitiyor." : "Yanıt geldi. Birazdan bitiyor.";
      return asked
        ? "Yanıtınızdan kısa süre sonra biter."
        : "Beklenen tek yanıttan kısa süre sonra biter.";
    }
    if (n === of) return "Herkes yanıt verdi. Birazdan bitiyor.";
    return `${of} kişiden ${n} kişi yanıt verdi. Herkes yanıt verince kısa süre sonra biter.`;
  },
  back: "Metne dön",
  soon: (time) =>
    `Bu defter ${atTime(time)} bitiyor, burada birileri olsa bile. Metin gerekiyorsa bir kopya alın.`,
  leaving: (ttl, saves) => `Ayrılırsanız bu defter ${long(ttl)} içinde solar. ${after(saves)}`,
  leavingUntil: (time, saves) =>
    `Ayrılırsanız bu defter ${untilTime(time)} kadar kalır. ${after(saves)}`,
  leavingKept:
    "Ayrılırsanız bu defter, ev sahibi bitirene ya da en uzun süresi dolana kadar kalır.",
  unsent: (time) =>
    `Saat ${sinceTime(time)} beri yazdıklarınız yalnızca bu sayfada. Şimdi ayrılırsanız kaybolur.`,
  leftOut: (time) =>
    `Saat ${sinceTime(time)} beri yazdıklarınızın bir kısmı defterde değil, yalnızca bu sayfada. ` +
    "Şimdi ayrılırsanız kaybolur. Metnin üstündeki satırdan kopyalayın.",
  copy: "Metni kopyala",
  copyHint: "Markdown olarak, her yere yapıştırmak için",
  keep: "Markdown dosyası kaydet",
  keepHint: "Notlar ve görevler için düz metin",
  page: "Web sayfası olarak kaydet",
  pageHint: "Ağ olmadan her tarayıcıda açılır",
  others: "Diğer biçimler…",
  othersHint: "Word, PDF ya da sürdürmek için kapsül",
  letFade: "Bırak solsun",
  goOn: "Metne dön",
  stop: "Yaşat",
  stopped: "Bu defter sürüyor.",
  stay: "Kal",
  leave: "Yine de ayrıl",
  foot: (pad, when) => `${pad}, Fadepad’den alındı: ${when}.`,
};
