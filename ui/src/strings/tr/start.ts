/** The start page, and the page of a new pad. */
import type { Said } from "..";
import type { fresh as englishFresh, start as englishStart } from "../en/start";
import { long, people } from "./numbers";

const soon = (wait: number | null): string =>
  wait === null ? "Bir dakika" : long(Math.max(1, wait));

export const start: Said<typeof englishStart> = {
  title: "Fadepad",
  lead: "Büyük ekrandaki kodu yazın.",
  label: "Kod",
  join: "Katıl",
  joining: "Açılıyor…",
  notInAlphabet: (letters) =>
    `Hiçbir kodda ${letters} bulunmaz, ` +
    "çünkü O ile 0; I, L ile 1; U ile V birbirine benzer. Ekrana yeniden bakın.",
  unknown: "Bu kod burada bilinmiyor. Kodlar altı karakterdir, K7Q\u00a0PM3 gibi.",
  ended: "O defter bitti.",
  /** `wait`: how long (seconds), where that is known. */
  tooMany: (wait) => `Çok fazla deneme oldu. ${soon(wait)} bekleyin, sonra tekrar deneyin.`,
  notNow: (wait) => `Ev sahibi sizi şu an içeri alamıyor. ${soon(wait)} sonra tekrar deneyin.`,
  tryNow: "Artık tekrar deneyebilirsiniz.",
  closed: "O defter şu an yeni kimseyi almıyor. Ev sahibine sorun.",
  pin: "PIN",
  pinNeeded: "Bu defter PIN de soruyor. Ev sahibinden isteyin.",
  pinWrong: "Bu defterin PIN’i bu değil. Yeniden bakın ya da ev sahibine sorun.",
  offline: "Fadepad’e ulaşılamıyor. Bu cihaz hâlâ aynı ağda mı?",
  newPad: "Yeni defter",
  near: "Bu ağda",
  nearOn: (host) => `bilgisayar: ${host}`,
  nearFading: "soluyor",
  nearWaiting: "henüz kimse yok",
  nearPeople: people,
};

export const fresh: Said<typeof englishFresh> = {
  title: "Yeni defter",
  lead: "İçinde biri varken yaşar.",
  lives: (ttl) => `İçinde biri varken, sonra da ${long(ttl)} yaşar.`,
  unkept: "Ondan hiçbir şey saklanmaz.",
  unread: (said) =>
    `Bağlantıda ${said.join(", ")} yazıyor; bu okunamıyor. Defter bu konuda her zamanki gibi.`,
  kept: "Bitince ev sahibinin bilgisayarında bir kopyası kalır.",
  label: "Ad, isterseniz",
  hint: "Küçük harf (a–z), rakam, - ve _",
  create: "Defteri aç",
  withFile: "Bir dosyayla başla…",
  beginsWith: (file) => `Şu dosyayla başlar: ${file}.`,
  without: "Dosyasız",
  taken: "Bu adda bir defter yaşıyor. Başka bir ad seçin.",
  hostOnly: "Burada yalnızca ev sahibi yeni defter açabilir.",
  badName: "Küçük harf (a–z), rakam, - ve _ kullanın; en çok 64.",
};
