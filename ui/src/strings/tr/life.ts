/** How long a pad lives, and what its host decides about that. */
import type { Said } from "..";
import type { life as englishLife, steer as englishSteer } from "../en/life";
import { afterwards } from "./ending";
import { atTime, long, short, untilTime } from "./numbers";

export const life: Said<typeof englishLife> = {
  label: "Bu defter ne kadar yaşar",
  title: "Bu defter ne kadar yaşar",
  alive: (ttl) => `Biri buradayken yaşar, sonra ${short(ttl)}`,
  alivePhone: "Biri buradayken yaşar",
  until: (time) => `Ömrü ${untilTime(time)} kadar`,
  kept: "Ev sahibi bitirene kadar kalır",
  ends: (left) => `Bitmesine ${left}`,
  fades: (left) => `Solmasına ${left}`,
  connecting: "Açılıyor…",
  lost: "Yeniden bağlanılıyor…",
  ended: "Bitti",
  what: (ttl, saves) =>
    `Son kişi ayrılınca metin ${long(ttl)} daha kalır. Sonra bellekten silinir${afterwards(saves)}`,
  whatUntil: (time, saves) =>
    `Defter, burada biri olsa da olmasa da ${untilTime(time)} kadar kalır. ` +
    `Sonra metni bellekten silinir${afterwards(saves)}`,
  whatKept: (hardEnd) =>
    "Ev sahibi aksini söyleyene kadar defter kalır, burada kimse olmasa bile. " +
    `Her durumda ${hardEnd ? atTime(hardEnd) : "en uzun süresi dolunca"} biter; ` +
    "buradaki herkese önceden haber verilir.",
  hard: (time) => `Defter ${atTime(time)} biter, burada birileri olsa bile.`,
  where: (saves) =>
    "Metin, bu defteri paylaşan bilgisayarın belleğinde ve gösterildiği sayfalarda. " +
    (saves
      ? "Fadepad onu ancak defter bitince diske yazar, daha önce değil."
      : "Fadepad onu hiçbir diske yazmaz."),
  whoDecides: "Ne kadar yaşayacağına ev sahibi karar verir. Buradaki herkes bunu hemen görür.",
  saved: "Yazdığınız her şey oraya ulaştı.",
  sending: "Yazdıklarınız gönderiliyor…",
  held: "Son yazdıklarınız gitmiyor: yalnızca bu sayfada.",
  waiting: "Yazdıklarınız, yeniden bağlanana kadar bu sayfada bekliyor.",
  reading: "Burada okuyabilirsiniz.",
};

export const steer: Said<typeof englishSteer> = {
  detour: "Bu ağ canlı bağlantıya izin vermiyor. Yine de her şey ulaşıyor, yalnızca biraz geç.",
  label: "Bu defteri tut",
  fade: "Kullanıldıkça",
  until: "Belli saate dek",
  keep: "Ben bitirene dek",
  graces: "Son kişi ayrıldıktan sonra",
  grace: (ttl) => `Son kişi ayrıldıktan ${long(ttl)} sonra`,
  time: "Şu saate kadar",
  set: "Ayarla",
  untilHint: "O zaman biter, burada birileri olsa bile.",
  tomorrow: "O saat yarın.",
  tooLate: (hardEnd) =>
    "Bu defter o kadar uzun yaşayamaz. " +
    `${hardEnd ? `En çok ${untilTime(hardEnd)} kadar` : "Olabildiğince uzun"} tutulur ve bitmeden önce herkese haber verilir.`,
  keepHint: (hardEnd) =>
    "Herkes ayrılınca da kalır. Her durumda " +
    `${hardEnd ? atTime(hardEnd) : "en uzun süresi dolunca"} biter.`,
};
