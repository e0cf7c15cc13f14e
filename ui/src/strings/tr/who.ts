/** Turkish: who wrote what, shown beside the text on demand. */
import type { Said } from "..";
import type { who as english } from "../en/who";

export const who: Said<typeof english> = {
  show: "Kim ne yazdı",
  hide: "Kimin ne yazdığını gizle",
  showing: "Kimin ne yazdığı gösteriliyor",
  close: "Gizle",
  authors: "Burada yazanlar",
  only: (name) => `Yalnızca ${name} ne yazdıysa`,
  wrote: (names) => `Yazan: ${names.join(", ")}`,
  since: (time) => `siz ayrıldığınızdan beri, ${time}`,
  nameless: "Adsız",
  unknown: "Bilinmiyor",
  why: "Başka yerden getirildi ya da sunucu başlamadan önceden kalma: kimin yazdığını burada kimse bilmiyor.",
  nothing: "Henüz bir şey yazılmadı",
};
