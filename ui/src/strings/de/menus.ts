/** Every word on the menus of the text. Apart from the others, because only the editor loads it. */
import type { Said } from "..";
import type { menus as english } from "../en/menus";

export const menus: Said<typeof english> = {
  slash: "Was hier stehen kann",
  emoji: "Emoji",
  none: "Nichts mit diesem Namen",
  format: "Text formatieren",
  link: "Dieser Link",
  noLink: "Ein Link führt zu einer Web- oder Mailadresse oder einer Telefonnummer.",
  add: "Zeile darunter hinzufügen",
  block: "Menü dieser Zeile",
  turnInto: "Umwandeln in",
  callout: "Hinweis",
  duplicate: "Duplizieren",
  copyLink: "Link zu dieser Zeile kopieren",
  lineGone: "Die Zeile, zu der dieser Link führt, gibt es nicht mehr.",
  insert: {
    up: "Darüber einfügen",
    down: "Darunter einfügen",
    left: "Links einfügen",
    right: "Rechts einfügen",
  },
  move: {
    up: "Nach oben",
    down: "Nach unten",
    left: "Nach links",
    right: "Nach rechts",
  },
  words: "Schrift",
  ground: "Hintergrund",
  remove: "Löschen",
  back: "Zurück",
  ofRow: "Zeile",
  ofColumn: "Spalte",
  header: { row: "Kopfzeile", column: "Kopfspalte" },
  removeLine: { row: "Zeile löschen", column: "Spalte löschen" },
  row: "Menü dieser Tabellenzeile",
  column: "Menü dieser Spalte",
  cell: "Menü dieser Zelle",
  moreRows: "Eine Zeile hinzufügen, oder ziehen für mehr",
  moreColumns: "Eine Spalte hinzufügen, oder ziehen für mehr",
};
