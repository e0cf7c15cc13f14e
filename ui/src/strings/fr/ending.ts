/** Sentences of a pad's end while it lives: the host's last word, and the last call. */
import type { Said } from "..";
import type { call as englishCall, end as englishEnd } from "../en/ending";
import { long, people, plural } from "./numbers";

/** What is left of the text after its end. */
export const afterwards = (saves: boolean): string =>
  saves
    ? ". L’ordinateur de l’hôte en garde une copie dans des fichiers."
    : ", et Fadepad ne peut pas le faire revenir.";

const after = (saves: boolean): string =>
  saves
    ? "Ensuite, l’ordinateur de l’hôte en a une copie dans des fichiers."
    : "Ensuite, Fadepad ne peut pas le faire revenir.";

export const end: Said<typeof englishEnd> = {
  title: "Mettre fin à ce pad pour tout le monde\u202f?",
  body: (n: number, seconds: number, saves: boolean) =>
    `${n > 1 ? `${people(n)} sont ici. Chacune` : "Il n’y a personne d’autre. Toute personne qui arrive"} ` +
    `pourra prendre une copie pendant ${long(seconds)}, ou jusqu’à la dernière réponse. ` +
    "D’ici là, vous pouvez encore tout arrêter. " +
    `Ensuite, le texte est effacé de la mémoire et des pages qui le montrent${afterwards(saves)}`,
  bodyAtOnce: (n: number, saves: boolean) =>
    `${n > 1 ? `${people(n)} sont ici, et aucune ne se verra proposer de copie` : "Il n’y a personne d’autre"}\u00a0: ` +
    `le texte est effacé aussitôt, de la mémoire et des pages qui le montrent${afterwards(saves)}`,
  copy: "D’abord enregistrer en Markdown",
  confirm: "Oui, y mettre fin",
  now: "Terminer",
  stay: "Pas maintenant",
  failed: "Pas de connexion. Le pad pourra être terminé quand elle sera revenue.",
};

export const call: Said<typeof englishCall> = {
  title: {
    soon: "Ce pad se termine bientôt",
    leaving: "Il ne reste que vous ici",
    unsent: "Tout n’est pas arrivé",
  },
  ends: (name: string) => `${name} met fin à ce pad`,
  youEnd: "Vous mettez fin à ce pad",
  why: {
    host: "L’hôte met fin à ce pad",
    stop: "Fadepad s’arrête, et ce pad avec lui",
    announced: "Ce pad se termine, comme l’hôte l’avait prévu",
    max_lifetime: "Ce pad ne peut pas rester plus longtemps",
  },
  lead: "Ensuite, le texte aura disparu. Prenez une copie si vous en avez besoin.",
  leadKept:
    "Ensuite, il est effacé ici, et l’ordinateur de l’hôte en garde une copie. " +
    "Prenez-en une si vous en avez besoin.",
  seconds: (n: number) => plural(n, { one: "seconde", other: "secondes" }),
  minutes: "minutes",
  copied: "Copié. À coller où vous voulez",
  file: "Enregistrer un fichier",
  fileHint: "Word, page web, capsule et autres",
  fileForm: "Quel fichier\u202f?",
  forms: { markdown: "Markdown", docx: "Word", page: "Page web", capsule: "Capsule" },
  fileKept: "Enregistré. Il est dans vos téléchargements",
  none: "Je n’en ai pas besoin",
  noneHint: "Rien n’en reste sur cet appareil",
  fadeHint: "Il se termine peu après la dernière réponse",
  another: "Demander une minute de plus",
  anotherGiven: "Tout le monde a une minute de plus. ",
  /** `asked`: whether who reads this is among them. */
  answered: (n: number, of: number, asked: boolean) => {
    const now = "Le pad se termine dans un instant.";
    if (of === 0) return `Aucune autre réponse n’est attendue. ${now}`;
    if (of === 1) {
      const one = asked ? "votre réponse" : "la seule réponse attendue";
      if (n === of)
        return `${asked ? "Votre réponse" : "La seule réponse attendue"} est là. ${now}`;
      return `Le pad se termine peu après ${one}.`;
    }
    if (n === of) return `Toutes les réponses sont là. ${now}`;
    const some = `${n} ${plural(n, { one: "réponse", other: "réponses" })} sur ${of}.`;
    return `${some} Le pad se termine peu après la dernière.`;
  },
  back: "Revenir au texte",
  soon: (time: string) =>
    `Il ne reste que jusqu’à ${time}, même s’il y a encore quelqu’un. ` +
    "Prenez une copie si vous avez besoin du texte.",
  leaving: (ttl: number, saves: boolean) =>
    `Si vous partez, ce pad s’efface dans ${long(ttl)}. ${after(saves)}`,
  leavingUntil: (time: string, saves: boolean) =>
    `Si vous partez, ce pad reste jusqu’à ${time}. ${after(saves)}`,
  leavingKept:
    "Si vous partez, ce pad reste jusqu’à ce que l’hôte y mette fin, ou aussi longtemps qu’un pad peut rester.",
  unsent: (time: string) =>
    `Ce que vous avez écrit depuis ${time} n’est que dans cette page. Si vous partez maintenant, c’est perdu.`,
  leftOut: (time: string) =>
    `Une partie de ce que vous avez écrit depuis ${time} n’est pas dans le pad, mais seulement dans cette page. ` +
    "Si vous partez maintenant, elle est perdue. Copiez-la depuis la ligne au-dessus du texte.",
  copy: "Copier le texte",
  copyHint: "En Markdown, à coller où vous voulez",
  keep: "Enregistrer en Markdown",
  keepHint: "Du texte simple pour notes et tickets",
  page: "Enregistrer une page web",
  pageHint: "S’ouvre dans tout navigateur, sans réseau",
  others: "Autres formes…",
  othersHint: "Word, PDF, une capsule pour continuer",
  letFade: "Le laisser s’effacer",
  goOn: "Revenir au texte",
  stop: "Garder ouvert",
  stopped: "Ce pad continue.",
  stay: "Rester",
  leave: "Partir quand même",
  foot: (pad: string, when: string) => `${pad}, emporté de Fadepad le ${when}.`,
};
