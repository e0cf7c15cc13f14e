/** What a host decides about people; fetched only then. */
import type { Said } from "..";
import type { deciding as english } from "../en/deciding";

export const deciding: Said<typeof english> = {
  everyone: "Tout le monde peut écrire",
  everyoneHint: "Seulement les hôtes, et les personnes que vous laissez écrire.",
  menu: (name: string) => `Ce que ${name} peut faire`,
  write: "Laisser écrire",
  read: "Lecture seule",
  pass: "Passer le crayon",
  passHint:
    "À la place de la personne qui l’avait. Les hôtes, et celles que vous laissez écrire, continuent.",
  asks: (name: string, time: string) => `${name} demande à écrire depuis ${time}`,
  makeHost: "Nommer hôte",
  takeHost: "Retirer le rôle d’hôte",
  /** New links for hosts alone take a host's link back. */
  hostHint: "Avec un lien d’hôte, on redevient hôte, jusqu’à ce que vous en créiez de nouveaux.",
  showOut: "Faire sortir…",
  showOutHint: "Ne revient que si vous l’acceptez.",
  /** The second question. */
  out: {
    title: (name: string) => `Faire sortir ${name}\u202f?`,
    body: (devices: number) =>
      `C’est immédiat${devices > 2 ? `, sur les ${devices} appareils` : devices === 2 ? ", sur les deux appareils" : ""}. ` +
      "Le retour n’est possible que si vous l’acceptez. " +
      "Avec le code, on pourrait encore entrer sous un autre nom\u202f; de nouveaux liens l’empêchent.",
    address: "Toute nouvelle arrivée de la même adresse doit frapper",
    now: "Faire sortir",
    keep: "Laisser rester",
  },
  isOut: (name: string) => `${name} est dehors.`,
  letIn: "Laisser revenir",
};
