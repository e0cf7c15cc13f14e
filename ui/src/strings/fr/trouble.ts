/** What went wrong, and the way on. */
import type { Said } from "..";
import type { trouble as english } from "../en/trouble";

export const trouble: Said<typeof english> = {
  key: [
    "Ce lien n’ouvre pas le pad",
    "Il est peut-être incomplet, ou d’un pad déjà terminé. Demandez-en un nouveau, ou saisissez le code.",
  ],
  noKey: [
    "Il manque quelque chose à ce lien",
    "C’est la partie après «\u00a0#\u00a0» qui vous laisse entrer. Demandez le lien entier, ou saisissez le code.",
  ],
  unknown: [
    "Il n’y a pas de pad de ce nom ici",
    "Il est peut-être terminé, ou sur un autre ordinateur.",
  ],
  full: ["Ce pad est complet", "Quelqu’un doit partir avant que vous puissiez entrer."],
  forbidden: [
    "Vous ne pouvez pas entrer pour le moment",
    "L’hôte a fermé la porte, ou vous a fait sortir.",
  ],
  shownOut: ["L’hôte vous a fait sortir", "Vous ne revenez que si l’hôte vous laisse entrer."],
  newLinks: [
    "L’hôte a créé de nouveaux liens",
    "Le vôtre est un ancien. Scannez le code encore une fois, ou saisissez-le, et reprenez où vous en étiez.",
  ],
  wait: ["Pas encore", "Attendez une minute, puis réessayez."],
  closed: [
    "Ce pad n’accueille plus personne pour le moment",
    "Demandez à l’hôte. Les personnes déjà venues entrent comme avant.",
  ],
  broken: [
    "Quelque chose ici ne peut pas être montré",
    "Le texte est en sûreté là où il est. Rouvrez le pad pour continuer.",
  ],
  tooLarge: [
    "C’était trop grand pour le pad",
    "Cela n’a pas été accepté\u00a0: la page s’est arrêtée pour que votre texte reste le même que celui des autres.",
  ],
  notKept: [
    "Quelque chose ici ne peut pas rester dans le pad",
    "Tout le monde n’aurait pas pu le voir. La page s’est arrêtée pour que votre texte reste le même que celui des autres.",
  ],
  malformed: [
    "Le pad ne peut pas lire quelque chose ici",
    "La page s’est arrêtée pour que votre texte reste le même que celui des autres.",
  ],
  offline: [
    "Fadepad est injoignable",
    "Cet appareil est-il toujours sur le même réseau que l’ordinateur qui partage le pad\u202f?",
  ],
  used: [
    "Ce lien a déjà servi",
    "Le lien propre à l’hôte ouvre le pad une fois, sur son propre ordinateur. " +
      "Le suivant se trouve là où Fadepad a été lancé.",
  ],
  notHere: [
    "Il n’y a rien à cette adresse",
    "Un pad s’ouvre avec un lien, un QR code ou un code de six caractères.",
  ],
  again: "Réessayer",
  knock: "Frapper",
  /** Where that can be asked for. */
  back: "Demander à revenir",
  lastWords: "Ce que vous avez écrit en dernier n’a pas été accepté\u00a0: copiez-le.",
  start: "Saisir le code",
  load: "Rouvrir le pad",
};
