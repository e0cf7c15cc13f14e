/** After the end, and after leaving. */
import type { Said } from "..";
import type { ended as englishEnded, left as englishLeft } from "../en/ended";
import { inWords } from "./numbers";

export const left: Said<typeof englishLeft> = {
  title: "Vous avez quitté le pad",
  body: "Cette page ne contient plus de texte. Tant que le pad est ouvert, vous pouvez revenir.",
  back: "Revenir au pad",
};

export const ended: Said<typeof englishEnded> = {
  title: "Ce pad s’est effacé",
  faded: (time: string, ttl: number) =>
    `Terminé à ${time}, ${inWords(ttl)} après le départ de la dernière personne.`,
  fadedPlain: "Il s’est terminé quelque temps après le départ de la dernière personne.",
  host: (time: string) => `L’hôte y a mis fin à ${time}.`,
  hostPlain: "L’hôte y a mis fin.",
  stop: (time: string) =>
    `Terminé à ${time}, quand le programme a été arrêté sur l’ordinateur de l’hôte.`,
  stopPlain: "Il s’est terminé quand le programme a été arrêté sur l’ordinateur de l’hôte.",
  announced: (time: string) => `Terminé à ${time}, comme l’hôte l’avait prévu.`,
  announcedPlain: "Il s’est terminé à l’heure prévue par l’hôte.",
  maxLifetime: (time: string) =>
    `Terminé à ${time}\u00a0: un pad ne peut pas rester plus longtemps.`,
  afresh: (time: string) =>
    `L’hôte l’a fait repartir à neuf à ${time}. Il continue\u00a0: scannez à nouveau son code, ou demandez le nouveau lien.`,
  afreshPlain:
    "L’hôte l’a fait repartir à neuf. Il continue\u00a0: scannez à nouveau son code, ou demandez le nouveau lien.",
  handedOn: (time: string) => `Depuis ${time}, il continue sur un autre ordinateur.`,
  handedOnPlain: "Il continue sur un autre ordinateur.",
  at: (time: string) => `Terminé à ${time}.`,
  plain: "Son texte est effacé de la mémoire, et Fadepad ne peut pas le faire revenir.",
  slept: "Cet appareil était alors absent. Rien n’a été envoyé après la fin.",
  held: "Vous avez encore une copie",
  heldLead:
    "Cette page contient le texte tel que vous l’avez vu en dernier. Il disparaît quand vous fermez la page.",
  anew: "Commencer un nouveau pad avec",
  anewFailed: "Le nouveau pad n’a pas pu s’ouvrir. Votre copie est toujours là.",
  keep: "Enregistrer un fichier",
  page: "Enregistrer une page web",
  forget: "L’oublier",
  dropped: "Cette page ne contient plus de texte.",
  receipt: "Reçu",
  erased: "Effacé de la mémoire",
  told: "Personnes prévenues",
  copies: "Copies effacées par les navigateurs",
  files: "Fichiers gardés à la fin",
  filesKept: (n: number) => `${n}, par l’ordinateur de l’hôte`,
  honest: "Les personnes qui l’avaient ouvert ont pu en garder des copies.",
  nobody: "il n’y avait personne",
  nOf: (n: number, of: number) => `${n} sur ${of}`,
  stands:
    "Son code reste valable\u00a0: le scanner ouvre un nouveau pad, vide, et cette page s’y rend.",
  again: (pad: string) => `${pad} est de retour, vide.`,
  goThere: "Y aller",
  newPad: "Nouveau pad",
  start: "Saisir un autre code",
};
