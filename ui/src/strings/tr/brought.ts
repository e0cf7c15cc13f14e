/** Who brought what, for a host; fetched only then. */
import type { Said } from "..";
import type { brought as english } from "../en/brought";
import { short } from "./numbers";

export const brought: Said<typeof english> = {
  parts: (n) =>
    n === 1 ? "Gösterilemeyen bir parça getirdi" : `Gösterilemeyen ${n} parça getirdi`,
  show: "Göster",
  remove: "Kaldır",
  /** For who does not see beside whose name it stands. */
  of: (name) => `(getiren: ${name})`,
  sure: (n) => (n === 1 ? "Herkes için kaldırılsın mı?" : `${n} parça herkes için kaldırılsın mı?`),
  keep: "Kalsın",
  removed: "Herkes için kaldırıldı.",
  bringBack: "Geri getir",
  fills: (percent) => `Defterdeki payı: %${percent}`,
  unseen: "çoğu hiçbir sayfada görünmeyen yerde",
  hasLeft: "ayrıldı",
  left: "Ayrılmış biri",
  nameless: "Adını göstermeyen biri",
  unknown: "Biri, kim olduğu bilinmiyor",
  guessing: (wrong, ago) =>
    `Biri kod denedi: on dakikada ${wrong} yanlış kod, sonuncusu ${short(ago)} önce. ` +
    "Beklemesi gerekiyor; kod olduğu gibi kalıyor.",
  readers: (n) => `${n} program metni izliyor`,
  more: (n) => `${n} tane daha`,
};
