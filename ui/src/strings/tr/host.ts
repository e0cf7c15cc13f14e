/** Every sentence on the host's page. Apart from the others, because only a host's browser loads it. */
import type { Said } from "..";
import type { host as english } from "../en/host";
import { afterwards } from "./ending";
import { long, people } from "./numbers";

/** What those who are here get before the end. */
function offered(n: number, lastCall: number | null): string {
  if (n === 0 || lastCall === null) return "";
  return lastCall === 0
    ? " Kimseye kopya sunulmaz."
    : ` Herkese bir kopya sunulur: ${long(lastCall)} boyunca ya da herkes yanıt verene kadar.`;
}

export const host: Said<typeof english> = {
  title: "Bu bilgisayardaki defterler",
  newPad: "Yeni defter",
  asking: "Defterleriniz aranıyor…",
  empty: "Burada açık defter yok.",
  away: "Fadepad’e ulaşılamıyor. Burada gördükleriniz değişmiş olabilir.",
  failed: "Olmadı. Birazdan tekrar deneyin.",
  nobody: "burada kimse yok",
  elsewhere: "başka bir yerde başladı",
  knocks: (n) => `${people(n)} içeri girmek istiyor`,
  letIn: "Yanıtla",
  letInOne: (pad) => `${pad} kapısındakileri yanıtla`,
  keep: "Yaşat",
  keepOne: (pad) => `Yaşat: ${pad}`,
  more: (pad) => `Diğer seçenekler: ${pad}`,
  open: "Aç",
  rename: "Adını değiştir…",
  renameTitle: (pad) => `${pad} adını değiştir`,
  renameLabel: "Herkesin gördüğü ad",
  renameHint: "Bağlantılar ve kod olduğu gibi kalır. Boş bırakırsanız asıl adı görünür.",
  renameDone: "Değiştir",
  join: "Başka bir deftere katıl",
  foot: (saves) =>
    saves
      ? "Metin bellekte, defter bitince de burada dosyalarda tutulur. Fadepad kapanınca tüm defterler biter."
      : "Metin yalnızca bellekte tutulur. Fadepad kapanınca buradaki tüm defterler biter.",
  endTitle: (pad) => `${pad} herkes için bitsin mi?`,
  /** `lastCall`: how long everyone is offered a copy (seconds); `null` before it is known. */
  endBody: (n, lastCall, saves) =>
    `${n === 0 ? "Burada kimse yok." : `Burada ${people(n)} var.`}${offered(n, lastCall)} ` +
    `Sonra metni bellekten ve gösterildiği sayfalardan silinir${afterwards(saves)}` +
    (saves ? "" : " Kendinize bir kopya ayırmak için önce açın."),
};
