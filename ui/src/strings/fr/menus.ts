/** Every word on the menus of the text. Apart from the others, because only the editor loads it. */
import type { Said } from "..";
import type { menus as english } from "../en/menus";

export const menus: Said<typeof english> = {
  slash: "Ce que l’on peut mettre ici",
  emoji: "Emoji",
  none: "Rien de ce nom",
  format: "Mettre en forme",
  link: "Ce lien",
  noLink: "Un lien mène à une adresse web, à une adresse mail ou à un numéro de téléphone.",
  add: "Ajouter une ligne en dessous",
  block: "Menu de cette ligne",
  turnInto: "Transformer en",
  callout: "Encadré",
  duplicate: "Dupliquer",
  copyLink: "Copier le lien vers cette ligne",
  lineGone: "La ligne à laquelle ce lien mène n’est plus là.",
  insert: {
    up: "Insérer au-dessus",
    down: "Insérer en dessous",
    left: "Insérer à gauche",
    right: "Insérer à droite",
  },
  move: {
    up: "Monter",
    down: "Descendre",
    left: "Vers la gauche",
    right: "Vers la droite",
  },
  words: "Texte",
  ground: "Fond",
  remove: "Supprimer",
  back: "Retour",
  ofRow: "Rangée",
  ofColumn: "Colonne",
  header: { row: "Rangée d’en-tête", column: "Colonne d’en-tête" },
  removeLine: { row: "Supprimer la rangée", column: "Supprimer la colonne" },
  row: "Menu de cette rangée",
  column: "Menu de cette colonne",
  cell: "Menu de cette cellule",
  moreRows: "Ajouter une rangée, ou tirer pour en ajouter plus",
  moreColumns: "Ajouter une colonne, ou tirer pour en ajouter plus",
};
