/** Letting others in. */
import type { Said } from "..";
import type { share as english } from "../en/share";
import { DEVICES, shortLeft } from "./numbers";

export const share: Said<typeof english> = {
  title: "İnsanları içeri al",
  write: "Yazabilir",
  read: "Okuyabilir",
  mode: "Neler yapabilirler",
  qr: (url) => `QR kodu: ${url}`,
  code: (code) => `Kod ${code.split("").join(" ")}`,
  readHint: "Bunu okutan herkes birlikte okur, hiçbir şey yazamaz.",
  readPin: "Bunu okutan herkes birlikte okur, hiçbir şey yazamaz. PIN yalnızca kodla sorulur.",
  proof: (device, ago) => `${DEVICES[device] ?? "Başka bir cihaz"} ulaştı, ${shortLeft(ago)} önce`,
  blocked: "Bu adresi henüz başka bir cihaz açmadı. Engel olabilecekler:",
  noProof: "Bu adresi henüz başka bir cihaz açmadı.",
  encrypted: "Şifreli. Tarayıcılar bir kez uyarır",
  compare:
    "Bu Fadepad sertifikasını kendisi oluşturdu. Uyarıyı geçmeden önce SHA‑256 değerini karşılaştırın. " +
    "iPhone ve iPad bu yolla katılamaz.",
  /** Beside the code. */
  pin: "ve PIN",
  door: "Yeni gelenler",
  /** In two words, and what it means. */
  doors: {
    open: ["Girer", "Yeni gelenler kod ya da bağlantıyla girer."],
    knock: ["Kapıyı çalar", "Yeni gelenler siz içeri alana kadar bekler."],
    closed: ["Giremez", "Yeni kimse giremez, kimsenin de çıkması gerekmez."],
  },
  pins: {
    /** By how new people come in. */
    none: {
      open: "Kodu olan PIN’siz girer.",
      knock: "Kodu olan kapıyı PIN’siz çalar.",
      closed: "PIN yok.",
    },
    asked: {
      open: "Kodu olana PIN de sorulur.",
      knock: "Kodu olana PIN sorulur, sonra kapıyı çalar.",
      closed: "Bir PIN var.",
    },
    set: "PIN koy",
    another: "Başka bir PIN",
    away: "PIN olmasın",
    done: "PIN sor",
    leave: "Vazgeç",
  },
  pinHint: "Odadakilere söyleyin: hiçbir yerde gösterilmez.",
  pinOdd: "PIN 4 ile 64 arasında harf, rakam ya da işaretten oluşur.",
  doorFailed: "Olmadı. Birazdan tekrar deneyin.",
  copy: "Bağlantıyı kopyala",
  copied: "Kopyalandı",
  cantCopy: "Bu bağlantıyı kopyalayın",
  network: (name) => `Ağ: ${name}`,
  wall: "Büyük ekranda göster",
  textOnWalls: "Orada metni de göster",
  textOnWallsHint: "Buradaki herkese bildirilir. Ekranı gören metni okur.",
  failed: "Adres şu an gösterilemiyor. Yeniden bağlanınca tekrar deneyin.",
  loading: "Adres alınıyor…",
  device: "Başka bir cihazınız mı var?",
};
