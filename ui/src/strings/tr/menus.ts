/** Every word on the menus of the text. Apart from the others, because only the editor loads it. */
import type { Said } from "..";
import type { menus as english } from "../en/menus";

export const menus: Said<typeof english> = {
  slash: "Buraya ne konabilir",
  emoji: "Emoji",
  none: "Bu adda bir şey yok",
  format: "Yazıyı biçimlendir",
  link: "Bu bağlantı",
  noLink: "Bağlantı bir web, e-posta ya da telefon adresine götürür.",
  add: "Altına satır ekle",
  block: "Bu satırın menüsü",
  turnInto: "Dönüştür",
  callout: "Bilgi kutusu",
  duplicate: "Çoğalt",
  copyLink: "Bu satırın bağlantısını kopyala",
  lineGone: "Bu bağlantının gösterdiği satır artık burada değil.",
  insert: { up: "Üste ekle", down: "Alta ekle", left: "Sola ekle", right: "Sağa ekle" },
  move: { up: "Yukarı taşı", down: "Aşağı taşı", left: "Sola taşı", right: "Sağa taşı" },
  words: "Yazı",
  ground: "Arka plan",
  remove: "Sil",
  back: "Geri",
  ofRow: "Satır",
  ofColumn: "Sütun",
  header: { row: "Başlık satırı", column: "Başlık sütunu" },
  removeLine: { row: "Satırı sil", column: "Sütunu sil" },
  row: "Bu tablo satırının menüsü",
  column: "Bu sütunun menüsü",
  cell: "Bu hücrenin menüsü",
  moreRows: "Satır ekleyin ya da daha fazlası için sürükleyin",
  moreColumns: "Sütun ekleyin ya da daha fazlası için sürükleyin",
};
