/** Every sentence about a further device of one's own. Apart from the others, because few need them. */
import type { Said } from "..";
import type { device as english } from "../en/device";
import { inWords } from "./numbers";

export const device: Said<typeof english> = {
  title: "Utiliser un autre appareil",
  lead: (name: string) =>
    `Scannez ceci avec l’autre appareil, ou ouvrez-y le lien. Vous êtes ${name} sur les deux, et comptez pour une personne.`,
  once: (minutes: number) =>
    `Valable pour un seul appareil, pendant ${inWords(minutes * 60)}. Ne le montrez à personne d’autre.`,
  over: "Ce lien est trop ancien. Il n’a rien ouvert.",
  fresh: "Créer un nouveau lien",
  here: "Votre autre appareil est là.",
  done: "Terminé",
  used: [
    "Ce lien a déjà servi",
    "Il fait d’un appareil le vôtre, pendant dix minutes. Le suivant se trouve dans la liste des personnes, " +
      "sur l’appareil où vous écrivez.",
  ],
};
