/** The names of the tools over the keyboard of a touch device. */
import type { Said } from "..";
import type { keybar as english } from "../en/keybar";

export const keybar: Said<typeof english> = {
  label: "Narzędzia wiersza",
  tick: "Pole wyboru",
  list: "Lista",
  heading: "Nagłówek",
  bold: "Pogrubienie",
  italic: "Kursywa",
  underline: "Podkreślenie",
  strike: "Przekreślenie",
  code: "Kod",
  mark: "Wyróżnienie",
  link: "Link",
  address: "Adres linku",
  example: "example.org",
  set: "Ustaw",
  unlink: "Usuń link",
  back: "Wstecz",
  noLink: "Link prowadzi do strony, adresu e-mail lub numeru telefonu.",
  indent: "Większe wcięcie",
  outdent: "Mniejsze wcięcie",
  undo: "Cofnij",
  picture: "Obraz",
  more: "Więcej bloków",
  done: "Gotowe",
};
