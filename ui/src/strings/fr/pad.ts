/** The pad itself: its bar, its lines of state, the text. */
import type { Said } from "..";
import type * as english from "../en/pad";
import { plural } from "./numbers";

export const pad: Said<typeof english.pad> = {
  share: "Partager",
  more: "Plus",
  fullEditor: "Tous les outils",
  companion: "Vue simple",
  opening: "Ouverture du pad…",
  editor: (pad: string) => `Texte de ${pad}`,
  placeholder: "«\u00a0/\u00a0» pour titres, listes, tableaux…",
  emptyPlaceholder: "Écrivez quelque chose. Tout le monde ici le voit.",
  misfit: "Cette partie ne peut pas être montrée ici",
  misfitInLine: "impossible à montrer ici",
  misfitStays: "Elle reste dans le pad et suit dans chaque copie.",
  misfitRemove: "Retirer",
  misfitCopy: "(Une partie impossible à montrer)",
  saves: ["L’ordinateur de l’hôte ", "garde une copie", " de ce pad quand il se termine."],
  readOnly: "Ici, vous pouvez lire.",
  isOff: "Ici, vous pouvez lire. L’écriture est désactivée.",
  /** When a host has just decided so. */
  mayNow: {
    edit: "Vous pouvez maintenant écrire.",
    host: "Vous êtes maintenant hôte de ce pad.",
    noHost: "Vous n’êtes plus hôte de ce pad.",
  },
  tooMuch: "C’est plus que ce pad ne peut contenir. Rien n’a été collé.",
  noFiles: "Les images d’autres pages n’entrent pas. Apportez-en une de cet appareil.",
  noWay: "La connexion est perdue. Réessayez dans un instant.",
  notConnected: "Pas de connexion. Continuez d’écrire, tout sera envoyé.",
  notInYet: "Pas de connexion. Le pad s’ouvre dès que Fadepad répond.",
  notConnectedReading:
    "Pas de connexion. Ce que les autres écrivent viendra dès qu’elle reviendra.",
  blocked:
    "Ce réseau montre la page, mais ne laisse rien passer de ce qui s’écrit. Demandez à l’hôte un autre chemin.",
  blockedReading:
    "Ce réseau montre la page, mais pas ce que les autres écrivent. Demandez à l’hôte un autre chemin.",
  staysHere: (time: string) => `Ce que vous avez écrit depuis ${time} n’est que dans cette page.`,
  waits: (time: string) => `Ce que vous avez écrit depuis ${time} attend dans cette page.`,
  allSent: "Tout ce que vous avez écrit avant est arrivé.",
  full: "Ce pad est complet pour le moment. Vous entrerez dès qu’il y aura de la place.",
  held: (time: string) => [
    `Ce que vous avez écrit depuis ${time} `,
    "ne passe pas",
    ". Les autres ne le voient pas.",
  ],
  left: (time: string, isTooMuch: boolean) =>
    isTooMuch
      ? [
          `Une partie de ce que vous avez écrit depuis ${time} est `,
          "plus que ce pad ne peut contenir",
          ". Elle n’est plus dans le texte.",
        ]
      : [
          `Une partie de ce que vous avez écrit depuis ${time} `,
          "ne peut pas rester dans ce pad",
          ". Elle n’est plus dans le texte.",
        ],
  takenOut: (time: string) => [
    `Ce que vous avez écrit depuis ${time} était dans une ligne `,
    "retirée entre-temps",
    ". Ce n’est plus dans le texte.",
  ],
  begunAfresh: () => [
    "L’hôte a fait repartir ce pad à neuf. Ce que vous avez écrit en dernier ",
    "n’a pas suivi",
    ". Copiez-le\u00a0: ce n’est plus dans le texte.",
  ],
  tooLate: (time: string) => [
    `L’écriture a été désactivée. Ce que vous avez écrit depuis ${time} `,
    "n’a pas été accepté",
    ". Copiez-le\u00a0: ce n’est plus dans le texte.",
  ],
  takenBack: (time: string, isTooMuch: boolean) =>
    isTooMuch
      ? [
          `Ce que vous avez fait à ${time} était `,
          "plus que ce pad ne peut contenir",
          ". C’est annulé.",
        ]
      : [`Ce que vous avez fait à ${time} `, "ne peut pas rester dans ce pad", ". C’est annulé."],
  guessing: (wrong: number) =>
    `Quelqu’un essaie des codes\u00a0: ${wrong} faux en dix minutes. ` +
    "Il faut maintenant attendre pour en essayer d’autres, et le code ne change pas.",
  filling: (name: string) =>
    `${name} a mis dans ce pad tout ce qu’une personne peut y mettre\u00a0: il n’en accepte pas plus.`,
  copyWords: "Copier mon texte",
  wordsCopied: "Votre texte est copié",
  openAgain: "Rouvrir le pad",
  ending: (left: string) => `Ce pad se termine dans ${left}.`,
  takeCopy: "Prendre une copie",
  done: "Fait",
  fold: "Montrer ou cacher le contenu",
  language: "Langage de ce code",
  /** For who only reads: a block of another program that nobody has given a file. */
  missing: {
    image: "Une image sans adresse",
    video: "Une vidéo sans adresse",
    audio: "Un son sans adresse",
    file: "Un fichier sans adresse",
  },
};

/** What another host has decided: by name, where it was no program. */
export const decided: Said<typeof english.decided> = {
  writing: (host: string | null, on: boolean) => {
    const how = on ? "activé" : "désactivé";
    return host ? `${host} a ${how} l’écriture.` : `L’écriture est ${how}e.`;
  },
  roles: {
    edit: (host: string | null, name: string) =>
      host ? `${host} laisse ${name} écrire.` : `${name} écrit maintenant.`,
    view: (host: string | null, name: string) =>
      host ? `${host} a mis ${name} en lecture seule.` : `${name} ne fait plus que lire.`,
    host: (host: string | null, name: string) =>
      host ? `${host} a nommé ${name} hôte.` : `${name} est maintenant hôte.`,
  },
  door: {
    open: (host: string | null) => (host ? `${host} a ouvert la porte.` : "La porte est ouverte."),
    knock: (host: string | null) =>
      host
        ? `${host} demande de frapper avant d’entrer.`
        : "Il faut maintenant frapper avant d’entrer.",
    closed: (host: string | null) =>
      host
        ? `${host} a fermé la porte\u00a0: on n’entre plus.`
        : "La porte est fermée\u00a0: on n’entre plus.",
  },
  pin: (host: string | null, on: boolean) => {
    if (!on) return host ? `${host} a retiré le PIN.` : "Il n’y a plus de PIN.";
    return host
      ? `${host} a défini un PIN\u00a0: le code seul ne laisse plus entrer.`
      : "Il y a maintenant un PIN.";
  },
  pencil: (host: string | null, name: string) =>
    host ? `${host} a passé le crayon à ${name}.` : `${name} a maintenant le crayon.`,
  newLinks: (host: string | null, of: "edit" | "view" | "host") => {
    const which = { edit: "pour écrire", view: "pour lire", host: "pour les hôtes" }[of];
    return host
      ? `${host} a créé de nouveaux liens ${which}.`
      : `Il y a de nouveaux liens ${which}.`;
  },
  showOut: (host: string | null, name: string) =>
    host ? `${host} a fait sortir ${name}.` : `On a fait sortir ${name}.`,
  /** Why what one has decided oneself is not done. */
  refused: {
    notHost: "Rien n’a changé\u00a0: cela se décide seulement avec un lien d’hôte.",
    oneself: "Rien n’a changé\u00a0: un hôte ne se retire rien à soi-même.",
    tooFast: "Pas de nouveaux liens\u00a0: dix fois par minute, pas plus.",
    nobody: "Cette personne n’est plus là.",
    tooMany: "Rien n’a changé\u00a0: trop de personnes sont dehors ou ont un rôle à part.",
  },
};

/** Who reads and asks to write. */
export const hands: Said<typeof english.hands> = {
  ask: "Demander à écrire",
  asked: "Ici, vous pouvez lire. Les hôtes voient que vous demandez à écrire.",
  askNoMore: "Ne plus demander",
  /** For hosts: the one who asks the longest, and how many more. */
  asking: (name: string, more: number) => {
    if (more === 0) return `${name} demande à écrire.`;
    const others = plural(more, { one: "une autre personne", other: `${more} autres` });
    return `${name} et ${others} demandent à écrire.`;
  },
  answer: "Répondre",
};

export const templates: Said<typeof english.templates> = {
  label: "Commencer par",
  agenda: "Ordre du jour",
  goal: "Objectif",
  topics: "Sujets",
  next: "Prochaines étapes",
  minutes: "Compte rendu",
  present: "Qui est là",
  decisions: "Décisions",
  todo: "À faire",
  open: "En suspens",
  retro: "Rétro",
  well: "Ce qui a bien marché",
  hard: "Ce qui a été difficile",
  tried: "Ce que nous essayons ensuite",
};

export const thumb: Said<typeof english.thumb> = {
  label: "Écrire",
  line: "Ligne",
  tick: "Case",
  list: "Liste",
  heading: "Titre",
  photo: "Photo",
  undo: "Annuler",
};

export const more: Said<typeof english.more> = {
  theme: "Apparence",
  language: "Langue",
  system: "Système",
  light: "Clair",
  dark: "Sombre",
  people: "Personnes",
  outline: "Plan",
  find: "Rechercher…",
  copy: "Copier en Markdown",
  copied: "Texte copié",
  take: "Emporter…",
  bring: "Apporter…",
  kept: "Fichier enregistré",
  keptWithout:
    "Fichier enregistré. Certaines images ou certains fichiers n’ont pas pu être pris et n’y sont pas.",
  licenses: "Licences",
  leave: "Quitter",
  end: "Terminer…",
  handOver: "Passer le relais…",
  newPad: "Nouveau pad…",
  pads: "Les pads de cet ordinateur",
};
