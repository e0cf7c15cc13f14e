/** Every sentence about a further device of one's own. Apart from the others, because few need them. */
import type { Said } from "..";
import type { device as english } from "../en/device";
import { inWords } from "./numbers";

export const device: Said<typeof english> = {
  title: "Başka bir cihaz da kullan",
  lead: (name) =>
    `Kodu o cihazla okutun ya da bağlantıyı orada açın. Adınız ikisinde de ${name} olur ve bir kişi sayılırsınız.`,
  once: (minutes) =>
    `Tek bir cihaz için, ${inWords(minutes * 60)} geçerli. Başka kimseye göstermeyin.`,
  over: "Bu bağlantının süresi geçmiş. Onunla hiçbir şey açılmadı.",
  fresh: "Yeni bağlantı oluştur",
  here: "Diğer cihazınız burada.",
  done: "Bitti",
  used: [
    "Bu bağlantı görevini tamamladı",
    "On dakika içinde tek bir cihazı sizin yapar. Yenisi, yazdığınız cihazdaki kişi listesinde.",
  ],
};
