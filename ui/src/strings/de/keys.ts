/** The list of all keys. */
import type { Said } from "..";
import type { keys as english } from "../en/keys";

export const keys: Said<typeof english> = {
  title: "Tastenkürzel",
  page: "Die Seite",
  lines: "Zeilen, eine oder alle ausgewählten",
  typed: "Am Anfang einer Zeile getippt",
  sheet: "Diese Liste",
  redo: "Wiederholen",
  tick: "Kästchen abhaken",
  breaks: "Neue Zeile im selben Block",
  leave: "Den Text verlassen",
};
