/** Every word on the menus of the text. Apart from the others, because only the editor loads it. */
import type { Said } from "..";
import type { menus as english } from "../en/menus";

export const menus: Said<typeof english> = {
  slash: "Co można tu wstawić",
  emoji: "Emoji",
  none: "Nie ma nic o tej nazwie",
  format: "Formatowanie słów",
  link: "Ten link",
  noLink: "Link prowadzi do strony, adresu e-mail lub numeru telefonu.",
  add: "Dodaj wiersz poniżej",
  block: "Menu tego wiersza",
  turnInto: "Zmień na",
  callout: "Ramka",
  duplicate: "Powiel",
  copyLink: "Kopiuj link do tego wiersza",
  lineGone: "Wiersza, do którego prowadzi ten link, już nie ma.",
  insert: {
    up: "Wstaw powyżej",
    down: "Wstaw poniżej",
    left: "Wstaw po lewej",
    right: "Wstaw po prawej",
  },
  move: {
    up: "Przesuń w górę",
    down: "Przesuń w dół",
    left: "Przesuń w lewo",
    right: "Przesuń w prawo",
  },
  words: "Słowa",
  ground: "Tło",
  remove: "Usuń",
  back: "Wstecz",
  ofRow: "Wiersz",
  ofColumn: "Kolumna",
  header: { row: "Wiersz nagłówka", column: "Kolumna nagłówka" },
  removeLine: { row: "Usuń wiersz", column: "Usuń kolumnę" },
  row: "Menu tego wiersza tabeli",
  column: "Menu tej kolumny",
  cell: "Menu tej komórki",
  moreRows: "Dodaj wiersz albo przeciągnij, by dodać więcej",
  moreColumns: "Dodaj kolumnę albo przeciągnij, by dodać więcej",
};
