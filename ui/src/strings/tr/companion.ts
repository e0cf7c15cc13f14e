/** What a phone shows below the text. Apart from the others, because only phones load it. */
import type { Said } from "..";
import type { companion as english } from "../en/companion";

export const companion: Said<typeof english> = {
  label: "Deftere ekle",
  line: "Satır ekle",
  send: "Satırı gönder",
  where: (name) => `Sona bir satır, ${name} adıyla`,
  later: (name) => `Yeniden bağlanınca gönderilir, ${name} adıyla`,
  away: "Metin henüz gelmedi. Birazdan tekrar deneyin.",
  unsent: "Gönderilmedi: artık burada yalnızca okuyabilirsiniz",
  photo: "Fotoğraf",
  tick: "İşaretle",
  undo: "Geri al",
  follow: "İzle",
  boxes: "Bu defterin onay kutuları",
  noBoxes: "Bu defterde henüz onay kutusu yok.",
  noWords: "(yazısız)",
};
