/** The list of all keys. */
import type { Said } from "..";
import type { keys as english } from "../en/keys";

export const keys: Said<typeof english> = {
  title: "Raccourcis clavier",
  page: "La page",
  lines: "Lignes, une ou toutes celles sélectionnées",
  typed: "Tapé au début d’une ligne",
  sheet: "Cette liste",
  redo: "Rétablir",
  tick: "Cocher une case",
  breaks: "Nouvelle ligne dans le même bloc",
  leave: "Quitter le texte",
};
