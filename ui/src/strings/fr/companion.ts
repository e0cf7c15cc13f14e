/** What a phone shows below the text. Apart from the others, because only phones load it. */
import type { Said } from "..";
import type { companion as english } from "../en/companion";

export const companion: Said<typeof english> = {
  label: "Ajouter au pad",
  line: "Ajouter une ligne",
  send: "Envoyer la ligne",
  where: (name: string) => `Une ligne à la fin, signée ${name}`,
  later: (name: string) => `Partira quand la connexion reviendra, signée ${name}`,
  away: "Le texte n’est pas encore là. Réessayez dans un instant.",
  unsent: "Pas envoyé\u00a0: ici, vous pouvez maintenant seulement lire",
  photo: "Photo",
  tick: "Cocher",
  undo: "Annuler",
  follow: "Suivre",
  boxes: "Cocher les cases de ce pad",
  noBoxes: "Il n’y a pas encore de case à cocher dans ce pad.",
  noWords: "(sans texte)",
};
