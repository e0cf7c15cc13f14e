/** Who knocks, and who lets them in; fetched only then. */
import type { Said } from "..";
import type { knock as english } from "../en/knock";
import { DEVICES, people, short } from "./numbers";

export const knock: Said<typeof english> = {
  title: "Ev sahibinin sizi içeri alması bekleniyor",
  told: (host) =>
    `${host ?? "Ev sahibi"} haberdar edildi. Bu sayfayı açık bırakın: kendiliğinden devam eder.`,
  /** Below one's own name. */
  seen: (host) => `${host ?? "ev sahibi"} sizi böyle görüyor`,
  change: "Değiştir",
  leave: "Bekleme",
  fine: "Metinden bu cihaza henüz hiçbir şey gelmedi.",
  notNow: (host) => `${host ?? "Ev sahibi"} sizi şu an içeri alamıyor`,
  later: "Birazdan kapıyı yeniden çalabilirsiniz.",
  again: "Kapıyı yeniden çal",
  againIn: (s) => `${short(s)} sonra yeniden çal`,
  /** To a host. */
  door: "Kapıda",
  somebody: "Biri",
  /** After a name. */
  wants: { edit: "içeri girmek istiyor", view: "okumak için girmek istiyor" },
  wasOut: "Daha önce dışarı çıkarıldı",
  how: (device, way, ago) =>
    `${DEVICES[device] ?? "Bir cihaz"} · ${way === "code" ? "kodla" : "bağlantıyla"} · ${short(ago)} önce`,
  more: (n) => `ve ${n} kişi daha`,
  less: "Daha az göster",
  /** At the door of another pad of this host. */
  elsewhere: (pad, n) => `${pad} kapısında ${people(n)} bekliyor.`,
  goThere: "Oraya git",
  notYet: "Şimdi değil",
  letIn: "İçeri al",
};
