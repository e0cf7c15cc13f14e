/** Pictures and other files in the text. Apart from the others, because only the editor loads it. */
import type { Said } from "..";
import type { pictures as english } from "../en/pictures";

export const pictures: Said<typeof english> = {
  picture: "Resim",
  pictureHint: "Bu cihazdan",
  file: "Dosya",
  fileHint: "Saklanacak bir PDF ya da başka bir dosya",
  group: "Medya",
  brings: (name, isPicture) => [
    name || "Biri",
    isPicture ? " bir resim getiriyor" : " bir dosya getiriyor",
  ],
  of: (sent, total) => `${sent} / ${total}`,
  waits: "Sırasını bekliyor",
  pauses: "Bağlantı kesildi. Kendiliğinden devam eder.",
  gone: (isPicture) => (isPicture ? "Bu resim gelmedi." : "Bu dosya gelmedi."),
  away: "Bu resim artık burada değil.",
  cancel: "İptal",
  again: "Tekrar dene",
  remove: "Kaldır",
  tooLarge: (size, most) => `Bu dosya ${size}. En çok ${most} sığar.`,
  empty: "Bu dosya boş.",
  heic: "Bu tarayıcı HEIC biçimindeki resimleri okuyamıyor. JPEG olarak ya da çeken telefondan gönderin.",
  unreadable: "Bu resim burada okunamıyor. JPEG ya da PNG olarak gönderin.",
  refused: "Defter bu dosyayı şu an almıyor.",
  full: "Tam boy göster",
  keep: "Bu resmi kaydet",
  close: "Kapat",
  before: "Önceki resim",
  next: "Sonraki resim",
  count: (at, all) => `${at} / ${all}`,
};
