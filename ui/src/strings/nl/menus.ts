/** Every word on the menus of the text. Apart from the others, because only the editor loads it. */
import type { Said } from "..";
import type { menus as english } from "../en/menus";

export const menus: Said<typeof english> = {
  slash: "Wat hier kan komen",
  emoji: "Emoji",
  none: "Niets met deze naam",
  format: "Tekst opmaken",
  link: "Deze link",
  noLink: "Een link leidt naar een webadres, een mailadres of een telefoonnummer.",
  add: "Regel hieronder toevoegen",
  block: "Menu van deze regel",
  turnInto: "Omzetten in",
  callout: "Kader",
  duplicate: "Dupliceren",
  copyLink: "Link naar deze regel kopiëren",
  lineGone: "De regel waar deze link naartoe leidt, is er niet meer.",
  insert: {
    up: "Erboven invoegen",
    down: "Eronder invoegen",
    left: "Links invoegen",
    right: "Rechts invoegen",
  },
  move: {
    up: "Omhoog",
    down: "Omlaag",
    left: "Naar links",
    right: "Naar rechts",
  },
  words: "Tekst",
  ground: "Achtergrond",
  remove: "Verwijderen",
  back: "Terug",
  ofRow: "Rij",
  ofColumn: "Kolom",
  header: { row: "Koprij", column: "Kopkolom" },
  removeLine: { row: "Rij verwijderen", column: "Kolom verwijderen" },
  row: "Menu van deze rij",
  column: "Menu van deze kolom",
  cell: "Menu van deze cel",
  moreRows: "Een rij toevoegen, of slepen voor meer",
  moreColumns: "Een kolom toevoegen, of slepen voor meer",
};
