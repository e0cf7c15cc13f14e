/** The names of the tools over the keyboard of a touch device. */
import type { Said } from "..";
import type { keybar as english } from "../en/keybar";

export const keybar: Said<typeof english> = {
  label: "Outils de la ligne",
  tick: "Case à cocher",
  list: "Liste",
  heading: "Titre",
  bold: "Gras",
  italic: "Italique",
  underline: "Souligné",
  strike: "Barré",
  code: "Code",
  mark: "Surligner",
  link: "Lien",
  address: "Adresse du lien",
  example: "example.org",
  set: "Valider",
  unlink: "Retirer le lien",
  back: "Retour",
  noLink: "Un lien mène à une adresse web, à une adresse mail ou à un numéro de téléphone.",
  indent: "Décaler à droite",
  outdent: "Décaler à gauche",
  undo: "Annuler",
  picture: "Image",
  more: "Autres blocs",
  done: "OK",
};
