/** What a host decides about people; fetched only then. */
import type { Said } from "..";
import type { deciding as english } from "../en/deciding";

export const deciding: Said<typeof english> = {
  everyone: "Herkes yazabilir",
  everyoneHint: "Yalnızca ev sahipleri ve izin verdikleriniz.",
  menu: (name) => `${name} neler yapabilir`,
  write: "Yazabilsin",
  read: "Yalnızca okusun",
  pass: "Kalemi ver",
  passHint:
    "Şimdiye kadar kimdeyse onun yerine. Ev sahipleri ve izin verdikleriniz yazmayı sürdürür.",
  asks: (name, time) => `${name}, ${time} önce yazmak istedi`,
  makeHost: "Ev sahibi yap",
  takeHost: "Ev sahipliğini geri al",
  /** New links for hosts alone take a host's link back. */
  hostHint:
    "Ev sahibi bağlantısını açan herkes, siz yenilerini oluşturana kadar yine ev sahibi olur.",
  showOut: "Dışarı çıkar…",
  showOutHint: "Yalnızca siz içeri alırsanız geri gelir.",
  /** The second question. */
  out: {
    title: (name) => `${name} dışarı çıkarılsın mı?`,
    body: (devices) =>
      `${devices > 2 ? `${devices} cihazın hepsi hemen çıkar.` : devices === 2 ? "İki cihaz da hemen çıkar." : "Hemen çıkar."} ` +
      "Kendi adıyla ancak siz içeri alırsanız geri gelir. Kodu saklayan biri yeni biri olarak gelebilir; yeni bağlantılar bunu önler.",
    address: "Aynı adresten yeni gelenler kapıyı çalsın",
    now: "Dışarı çıkar",
    keep: "Kalsın",
  },
  isOut: (name) => `${name} dışarıda.`,
  letIn: "Yeniden içeri al",
};
