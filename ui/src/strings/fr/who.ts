/** French: who wrote what, shown beside the text on demand. */
import type { Said } from "..";
import type { who as english } from "../en/who";

export const who: Said<typeof english> = {
  show: "Qui a écrit quoi",
  hide: "Masquer qui a écrit quoi",
  showing: "On voit qui a écrit quoi",
  close: "Masquer",
  authors: "Qui a écrit ici",
  only: (name) => `Seulement ce que ${name} a écrit`,
  wrote: (names) => `Écrit par ${names.join(", ")}`,
  since: (time) => `depuis votre départ, ${time}`,
  nameless: "Sans nom",
  unknown: "Inconnu",
  why: "Apporté d’ailleurs, ou d’avant le démarrage du serveur : personne ici ne sait qui l’a écrit.",
  nothing: "Rien n’est encore écrit",
};
