/** Pictures and other files in the text. Apart from the others, because only the editor loads it. */
import type { Said } from "..";
import type { pictures as english } from "../en/pictures";
import { inOctets } from "./numbers";

export const pictures: Said<typeof english> = {
  picture: "Image",
  pictureHint: "De cet appareil",
  file: "Fichier",
  fileHint: "Un PDF ou un autre fichier, à garder",
  group: "Médias",
  brings: (name: string, isPicture: boolean): [string, string] => [
    name || "Quelqu’un",
    isPicture ? " apporte une image" : " apporte un fichier",
  ],
  of: (sent: string, total: string) => `${inOctets(sent)} sur ${inOctets(total)}`,
  waits: "Attend son tour",
  pauses: "La connexion est perdue. La suite viendra d’elle-même.",
  gone: (isPicture: boolean) =>
    isPicture ? "Cette image n’est pas arrivée." : "Ce fichier n’est pas arrivé.",
  away: "Cette image n’est plus là.",
  cancel: "Annuler",
  again: "Réessayer",
  remove: "Retirer",
  tooLarge: (size: string, most: string) =>
    `Ce fichier fait ${inOctets(size)}. Les fichiers jusqu’à ${inOctets(most)} passent.`,
  empty: "Ce fichier est vide.",
  heic:
    "Ce navigateur ne sait pas lire les images HEIC. " +
    "Envoyez-la en JPEG, ou depuis le téléphone qui l’a prise.",
  unreadable: "Cette image ne peut pas être lue ici. Envoyez-la en JPEG ou en PNG.",
  refused: "Le pad ne prend pas ce fichier maintenant.",
  full: "Voir en grand",
  keep: "Enregistrer cette image",
  close: "Fermer",
  before: "Image précédente",
  next: "Image suivante",
  count: (at: number, all: number) => `${at} sur ${all}`,
};
