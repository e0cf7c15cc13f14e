/** The names of the tools over the keyboard of a touch device. */
import type { Said } from "..";
import type { keybar as english } from "../en/keybar";

export const keybar: Said<typeof english> = {
  label: "Satır araçları",
  tick: "Onay kutusu",
  list: "Liste",
  heading: "Başlık",
  bold: "Kalın",
  italic: "İtalik",
  underline: "Altı çizili",
  strike: "Üstü çizili",
  code: "Kod",
  mark: "Vurgula",
  link: "Bağlantı",
  address: "Bağlantının adresi",
  example: "example.org",
  set: "Uygula",
  unlink: "Bağlantıyı kaldır",
  back: "Geri",
  noLink: "Bağlantı bir web, e-posta ya da telefon adresine götürür.",
  indent: "Girintiyi artır",
  outdent: "Girintiyi azalt",
  undo: "Geri al",
  picture: "Resim",
  more: "Diğer öğeler",
  done: "Bitti",
};
