/** The start page, and the page of a new pad. */
import type { Said } from "..";
import type { fresh as englishFresh, start as englishStart } from "../en/start";
import { long, people } from "./numbers";

const wait = (s: number | null): string => (s === null ? "une minute" : long(Math.max(1, s)));

export const start: Said<typeof englishStart> = {
  title: "Fadepad",
  lead: "Saisissez le code du grand écran.",
  label: "Code",
  join: "Rejoindre",
  joining: "Ouverture…",
  notInAlphabet: (letters: string) =>
    `${letters} ${letters.length === 1 ? "n’est" : "ne sont"} dans aucun code, ` +
    "car O et 0, I, L et 1, U et V se ressemblent. Regardez à nouveau le grand écran.",
  unknown: "Ce code n’est pas connu ici. Les codes ont six caractères, comme K7Q\u00a0PM3.",
  ended: "Ce pad est terminé.",
  /** `wait`: how long (seconds), where that is known. */
  tooMany: (s: number | null) => `Trop d’essais. Réessayez dans ${wait(s)}.`,
  notNow: (s: number | null) =>
    `L’hôte ne peut pas vous laisser entrer maintenant. Réessayez dans ${wait(s)}.`,
  tryNow: "Vous pouvez réessayer.",
  closed: "Ce pad n’accueille plus personne pour le moment. Demandez à l’hôte.",
  pin: "PIN",
  pinNeeded: "Ce pad demande aussi un PIN. Demandez-le à l’hôte.",
  pinWrong: "Ce n’est pas le PIN de ce pad. Vérifiez, ou demandez à l’hôte.",
  offline: "Fadepad est injoignable. Cet appareil est-il toujours sur le même réseau\u202f?",
  newPad: "Nouveau pad",
  near: "Sur ce réseau",
  nearOn: (host: string) => `sur ${host}`,
  nearFading: "s’efface",
  nearWaiting: "encore personne",
  nearPeople: people,
};

export const fresh: Said<typeof englishFresh> = {
  title: "Nouveau pad",
  lead: "Il reste tant que quelqu’un est là.",
  lives: (ttl: number) => `Il reste tant que quelqu’un est là, puis encore ${long(ttl)}.`,
  unkept: "Rien n’en est enregistré.",
  unread: (said: readonly string[]) =>
    `Le lien dit ${said.join(", ")}, ce que l’on ne peut pas lire. Pour cela, le pad reste comme d’habitude.`,
  kept: "L’ordinateur de l’hôte en garde une copie à la fin.",
  label: "Nom, si vous voulez",
  hint: "Lettres minuscules, chiffres, - et _",
  create: "Ouvrir le pad",
  withFile: "Commencer avec un fichier…",
  beginsWith: (file: string) => `Il commence avec ${file}.`,
  without: "Sans le fichier",
  taken: "Un pad de ce nom est déjà ouvert. Choisissez un autre nom.",
  hostOnly: "Seul l’hôte peut ouvrir un nouveau pad ici.",
  badName: "Utilisez des lettres minuscules, des chiffres, - et _, 64 au plus.",
};
