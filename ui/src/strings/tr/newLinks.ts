/** What a host reads who makes new links; fetched only then. */
import type { Said } from "..";
import type { newLinks as english } from "../en/newLinks";

const WHAT = { edit: "Yazmak için", view: "Okumak için", host: "Ev sahipleri için" } as const;

export const newLinks: Said<typeof english> = {
  open: "Yeni bağlantılar…",
  title: "Yeni bağlantılar",
  what: "Şimdiye kadar verilenler geçersiz olur.",
  which: "Hangi bağlantılar",
  of: { edit: "Yazma", view: "Okuma", host: "Ev sahibi" },
  /** What becomes of whom. */
  whatOf: {
    edit:
      "Eski bağlantı ya da kodla gelen herkesin yeniden okutması gerekir. Kod değişir, " +
      "burada ve büyük ekranda.",
    view: "Okuma için eski bağlantıyla gelen herkese yenisi gerekir. Kod kalır.",
    host:
      "Ev sahibi bağlantısıyla gelen herkese yenisi gerekir; size ve bu listede ev sahibi yaptıklarınıza gerekmez. " +
      "Yenisi bu sayfanın adresinde.",
  },
  /** The door is closed: nobody who is out comes back. */
  closed: "Kapı kapalı: siz açmadan hiçbiri geri gelemez.",
  make: "Yenilerini oluştur",
  keep: "Eskiler kalsın",
  away: "Şu an çevrimdışı. Yeniden bağlanınca yapılabilir.",
  made: (role, by) =>
    `${WHAT[role]} yeni bağlantılar var${by ? ` (oluşturan: ${by})` : ""}. Eskiler hiçbir şey açmıyor.`,
};
