/** The list of all keys. */
import type { Said } from "..";
import type { keys as english } from "../en/keys";

export const keys: Said<typeof english> = {
  title: "Sneltoetsen",
  page: "De pagina",
  lines: "Regels, één of alle geselecteerde",
  typed: "Getypt aan het begin van een regel",
  sheet: "Deze lijst",
  redo: "Opnieuw",
  tick: "Een vakje afvinken",
  breaks: "Nieuwe regel in hetzelfde blok",
  leave: "De tekst verlaten",
};
