/** The names of the tools over the keyboard of a touch device. */
import type { Said } from "..";
import type { keybar as english } from "../en/keybar";

export const keybar: Said<typeof english> = {
  label: "Werkzeuge der Zeile",
  tick: "Kästchen",
  list: "Liste",
  heading: "Überschrift",
  bold: "Fett",
  italic: "Kursiv",
  underline: "Unterstrichen",
  strike: "Durchgestrichen",
  code: "Code",
  mark: "Hervorheben",
  link: "Link",
  address: "Adresse des Links",
  example: "example.org",
  set: "Setzen",
  unlink: "Link entfernen",
  back: "Zurück",
  noLink: "Ein Link führt zu einer Web- oder Mailadresse oder einer Telefonnummer.",
  indent: "Einrücken",
  outdent: "Ausrücken",
  undo: "Rückgängig",
  picture: "Bild",
  more: "Weitere Blöcke",
  done: "Fertig",
};
