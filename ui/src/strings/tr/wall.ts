/** Every sentence on the wall. Apart from the others, because only the projector page loads it. */
import type { Said } from "..";
import type { wall as english } from "../en/wall";
import { long, people, shortLeft } from "./numbers";

/** Held together: where the line is short, it breaks between the sentences. */
const stored = (saves: boolean): string =>
  (saves ? "Ev sahibinde bir kopyası kalır." : "Hiçbir şey saklanmaz.").replaceAll(" ", "\u00a0");

export const wall: Said<typeof english> = {
  scan: "Okutun ya da yazın",
  scanRead: "Birlikte okumak için okutun",
  after: "Sonra okutun ya da yazın",
  afterRead: "Sonra birlikte okumak için okutun",
  here: (name) => `${name} burada`,
  /** After a name. */
  isHere: "burada",
  /** After the name of the only one; after how many, where they are more. */
  asks: "yazmak istiyor",
  ask: (n) => `${people(n)} yazmak istiyor:`,
  nobody: "Henüz kimse yok.",
  alive: (ttl, saves) => `Biri buradayken yaşar, sonra ${long(ttl)}. ${stored(saves)}`,
  stored,
  blocked:
    "Bu ağ ekranı gösteriyor ama kimlerin burada olduğunu göstermiyor. Başka bir yoldan açın.",
  fading: (left) =>
    `Burada kimse yok. Bu defterin solmasına ${left < 60 ? long(left) : shortLeft(left)} var.`,
  knocks: (n) => `${people(n)} içeri girmeyi bekliyor`,
  letsIn: "İçeri ev sahibi alır.",
  pin: "ve PIN, ev sahibinden",
  knockFirst: "Yeni gelen kapıyı çalar, ev sahibi içeri alır.",
  closed: "Kapı kapalı: şu an yeni kimse giremez.",
  tools: "Bu ekran",
  /** A button that is pressed while it is shown. */
  text: "Metin",
  theText: "Metin",
  headings: "Başlıklar",
  empty: "Henüz bir şey yazılmadı.",
  /** Whom it follows. */
  shows: (name: string) => `Gösteren: ${name}`,
  /** To everyone who writes. */
  told: "Metin artık büyük ekranda: odadaki herkes okuyabilir.",
  toldNoMore: "Metin artık büyük ekranda değil.",
  full: "Tam ekran",
  light: "Açık",
  dark: "Koyu",
  wifi: "Wi-Fi…",
  wifiTitle: "Wi-Fi kodunu da göster",
  wifiLead:
    "Aynı ağda olmak için önce bu okutulur. Yalnızca bu sayfada kalır ve sayfa kapanınca gider.",
  wifiName: "Ağın adı",
  wifiPassword: "Varsa parolası",
  wifiShow: "Göster",
  wifiHide: "Artık gösterme",
  wifiQr: (name) => `Wi-Fi için QR kodu: ${name}`,
  wifiFirst: "Önce Wi-Fi",
};
