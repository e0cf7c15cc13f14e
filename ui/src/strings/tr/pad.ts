/** The pad itself: its bar, its lines of state, the text. */
import type { Said } from "..";
import type {
  decided as englishDecided,
  hands as englishHands,
  more as englishMore,
  pad as englishPad,
  templates as englishTemplates,
  thumb as englishThumb,
} from "../en/pad";
import { atTime, sinceTime } from "./numbers";

export const pad: Said<typeof englishPad> = {
  share: "Paylaş",
  more: "Diğer",
  fullEditor: "Tam düzenleyici",
  companion: "Sade görünüm",
  opening: "Defter açılıyor…",
  editor: (pad) => `${pad} metni`,
  placeholder: "Başlık, liste, tablo için “/” yazın…",
  emptyPlaceholder: "Bir şey yazın. Buradaki herkes görür.",
  misfit: "Bu parça burada gösterilemiyor",
  misfitInLine: "burada gösterilemiyor",
  misfitStays: "Defterde kalır ve her kopyayla birlikte gider.",
  misfitRemove: "Kaldır",
  misfitCopy: "(Gösterilemeyen bir parça)",
  saves: ["Bu defter bitince ev sahibinin bilgisayarında ", "bir kopyası kalır", "."],
  readOnly: "Burada okuyabilirsiniz.",
  isOff: "Burada okuyabilirsiniz. Yazma kapalı.",
  /** When a host has just decided so. */
  mayNow: {
    edit: "Artık yazabilirsiniz.",
    host: "Artık bu defterin ev sahiplerindensiniz.",
    noHost: "Artık bu defterin ev sahibi değilsiniz.",
  },
  tooMuch: "Bu, defterin alabileceğinden fazla. Hiçbir şey yapıştırılmadı.",
  noFiles: "Başka sayfalardaki resimler alınmaz. Bu cihazdan bir resim getirin.",
  noWay: "Bağlantı kesildi. Birazdan tekrar deneyin.",
  notConnected: "Çevrimdışı. Yazmaya devam edin, gönderilecek.",
  notInYet: "Çevrimdışı. Fadepad yanıt verir vermez defter açılır.",
  notConnectedReading: "Çevrimdışı. Başkalarının yazdıkları, yeniden bağlanınca gelir.",
  blocked:
    "Bu ağ sayfayı gösteriyor ama yazılanları geçirmiyor. Ev sahibinden girmek için başka bir yol isteyin.",
  blockedReading:
    "Bu ağ sayfayı gösteriyor ama başkalarının yazdıklarını göstermiyor. Ev sahibinden girmek için başka bir yol isteyin.",
  staysHere: (time) => `Saat ${sinceTime(time)} beri yazdıklarınız yalnızca bu sayfada.`,
  waits: (time) => `Saat ${sinceTime(time)} beri yazdıklarınız bu sayfada bekliyor.`,
  allSent: "Daha önce yazdığınız her şey ulaştı.",
  full: "Bu defter şu an dolu. Yer açılır açılmaz içeri girersiniz.",
  held: (time) => [
    `Saat ${sinceTime(time)} beri yazdıklarınız `,
    "gitmiyor",
    ". Diğerleri bunları görmüyor.",
  ],
  left: (time, isTooMuch) =>
    isTooMuch
      ? [
          `Saat ${sinceTime(time)} beri yazdıklarınızın bir kısmı `,
          "defterin alabileceğinden fazla",
          ". Artık metinde değil.",
        ]
      : [
          `Saat ${sinceTime(time)} beri yazdıklarınızın bir kısmı `,
          "bu defterde tutulamıyor",
          ". Artık metinde değil.",
        ],
  takenOut: (time) => [
    `Saat ${sinceTime(time)} beri yazdıklarınızın bulunduğu satır `,
    "bu arada kaldırıldı",
    ". Artık metinde değiller.",
  ],
  begunAfresh: () => [
    "Ev sahibi bu defteri baştan başlattı. Son yazdıklarınız ",
    "birlikte geçmedi",
    ". Kopyalayın: artık metinde değiller.",
  ],
  tooLate: (time) => [
    `Yazma kapatıldı. Saat ${sinceTime(time)} beri yazdığınız son kısım `,
    "alınmadı",
    ". Kopyalayın: artık metinde değil.",
  ],
  takenBack: (time, isTooMuch) =>
    isTooMuch
      ? [`Saat ${atTime(time)} yaptığınız `, "defterin alabileceğinden fazlaydı", ". Geri alındı."]
      : [`Saat ${atTime(time)} yaptığınız `, "bu defterde tutulamıyor", ". Geri alındı."],
  guessing: (wrong) =>
    `Biri kod deniyor: on dakikada ${wrong} yanlış kod. ` +
    "Beklemesi gerekiyor; kod olduğu gibi kalıyor.",
  filling: (name) =>
    `${name} bu deftere bir kişinin koyabileceği kadarını koydu; defter ondan daha fazlasını almıyor.`,
  copyWords: "Yazdıklarımı kopyala",
  wordsCopied: "Yazdıklarınız kopyalandı",
  openAgain: "Defteri yeniden aç",
  ending: (left) => `Bu defterin bitmesine ${left} var.`,
  takeCopy: "Kopya al",
  done: "Bitti",
  fold: "İçindekileri göster ya da gizle",
  language: "Bu kodun dili",
  /** For who only reads: a block of another program that nobody has given a file. */
  missing: {
    image: "Adresi olmayan bir resim",
    video: "Adresi olmayan bir video",
    audio: "Adresi olmayan bir ses",
    file: "Adresi olmayan bir dosya",
  },
};

/** What another host has decided: by name, where it was no program. */
export const decided: Said<typeof englishDecided> = {
  writing: (host, on) =>
    host ? `${host} yazmayı ${on ? "açtı" : "kapattı"}.` : `Yazma ${on ? "açıldı" : "kapatıldı"}.`,
  roles: {
    edit: (host, name) =>
      host ? `${host} izin verdi: ${name} artık yazabilir.` : `${name} artık yazabilir.`,
    view: (host, name) =>
      host
        ? `${host} karar verdi: ${name} artık yalnızca okuyabilir.`
        : `${name} artık yalnızca okuyabilir.`,
    host: (host, name) =>
      host ? `${host} karar verdi: ${name} artık ev sahibi.` : `${name} artık ev sahibi.`,
  },
  door: {
    open: (host) => (host ? `${host} kapıyı açtı.` : "Kapı açık."),
    knock: (host) =>
      host
        ? `${host} karar verdi: yeni gelenler kapıyı çalacak.`
        : "Yeni gelenler artık kapıyı çalacak.",
    closed: (host) =>
      host ? `${host} kapıyı kapattı: yeni kimse giremez.` : "Artık yeni kimse giremez.",
  },
  pin: (host, on) => {
    if (!on) return host ? `${host} PIN’i kaldırdı.` : "Artık PIN yok.";
    return host ? `${host} PIN koydu: girmek için kod tek başına yetmez.` : "Artık bir PIN var.";
  },
  pencil: (host, name) =>
    host ? `${host} kalemi devretti: artık ${name} tutuyor.` : `Kalemi artık ${name} tutuyor.`,
  newLinks: (host, of) => {
    const which = { edit: "Yazmak", view: "Okumak", host: "Ev sahipleri" }[of];
    return `${which} için yeni bağlantılar var${host ? ` (oluşturan: ${host})` : ""}.`;
  },
  showOut: (host, name) =>
    host ? `${host} karar verdi: ${name} dışarı çıkarıldı.` : `${name} dışarı çıkarıldı.`,
  /** Why what one has decided oneself is not done. */
  refused: {
    notHost: "Yapılmadı: buna yalnızca ev sahibi bağlantısıyla gelenler karar verir.",
    oneself: "Yapılmadı: ev sahibi kendinden bir şey alamaz.",
    tooFast: "Yeni bağlantı yok: dakikada en çok on kez.",
    nobody: "Artık burada değil.",
    tooMany: "Yapılmadı: dışarı çıkarılan ya da kendine ait rolü olan çok fazla kişi var.",
  },
};

/** Who reads and asks to write. */
export const hands: Said<typeof englishHands> = {
  ask: "Yazmak iste",
  asked: "Burada okuyabilirsiniz. Ev sahipleri yazmak istediğinizi görüyor.",
  askNoMore: "İstekten vazgeç",
  /** For hosts: the one who asks the longest, and how many more. */
  asking: (name, more) =>
    more === 0 ? `${name} yazmak istiyor.` : `${name} ve ${more} kişi daha yazmak istiyor.`,
  answer: "Yanıtla",
};

export const templates: Said<typeof englishTemplates> = {
  label: "Şununla başla",
  agenda: "Gündem",
  goal: "Amaç",
  topics: "Konular",
  next: "Sonraki adımlar",
  minutes: "Tutanak",
  present: "Katılanlar",
  decisions: "Kararlar",
  todo: "Yapılacaklar",
  open: "Açık konular",
  retro: "Retro",
  well: "Neler iyi gitti",
  hard: "Neler zordu",
  tried: "Sırada ne deniyoruz",
};

export const thumb: Said<typeof englishThumb> = {
  label: "Yaz",
  line: "Satır",
  tick: "Kutu",
  list: "Liste",
  heading: "Başlık",
  photo: "Fotoğraf",
  undo: "Geri al",
};

export const more: Said<typeof englishMore> = {
  theme: "Görünüm",
  language: "Dil",
  system: "Sistem",
  light: "Açık",
  dark: "Koyu",
  people: "Kişiler",
  outline: "Anahat",
  find: "Bul…",
  copy: "Metni Markdown olarak kopyala",
  copied: "Metin kopyalandı",
  take: "Dışarı al…",
  bring: "İçeri getir…",
  kept: "Dosya kaydedildi",
  keptWithout: "Dosya kaydedildi. Bazı resim ya da dosyalar alınamadı ve içinde yok.",
  licenses: "Lisanslar",
  leave: "Ayrıl",
  end: "Şimdi bitir…",
  handOver: "Devret…",
  newPad: "Yeni defter…",
  pads: "Bu bilgisayardaki defterler",
};
