/** Sentences of the sheet by which a text is taken out and brought in. */
import type { Said } from "..";
import type { bring as englishBring, take as englishTake } from "../en/take";
import { inOctets, plural } from "./numbers";

const linesOf = (n: number) => plural(n, { one: `${n} ligne`, other: `${n} lignes` });

export const take: Said<typeof englishTake> = {
  title: "Emporter",
  way: "Emporter ou apporter",
  out: "Emporter",
  bring: "Apporter",
  form: "Sous quelle forme",
  forms: {
    markdown: {
      sign: "md",
      name: "Markdown",
      hint: "pour notes et tickets\u202f; un zip avec ses images",
    },
    docx: { sign: "docx", name: "Word", hint: "pour le bureau, avec les styles" },
    odt: { sign: "odt", name: "OpenDocument", hint: "pour LibreOffice et d’autres" },
    pdf: { sign: "pdf", name: "PDF", hint: "des pages fixes, prêtes à imprimer" },
    page: { sign: "html", name: "Page web", hint: "lisible dans tout navigateur, sans réseau" },
    text: { sign: "txt", name: "Texte brut", hint: "les mots et rien d’autre" },
    capsule: {
      sign: "",
      name: "Capsule",
      hint: "s’ouvre sans réseau, continue dans tout Fadepad",
    },
    yjs: { sign: "yjs", name: "Fichier Yjs", hint: "pour les programmes qui continuent avec" },
  },
  keep: {
    markdown: "Enregistrer en Markdown",
    docx: "Enregistrer en Word",
    odt: "Enregistrer en OpenDocument",
    pdf: "Imprimer, ou garder un PDF",
    page: "Enregistrer la page web",
    text: "Enregistrer le texte",
    capsule: "Enregistrer la capsule",
    yjs: "Enregistrer le fichier Yjs",
  },
  copy: { rich: "Copier le texte", markdown: "Copier en Markdown", text: "Copier les mots" },
  stays: (lines: number) => `${linesOf(lines)}. Tout reste sur cet appareil.`,
  making: "Création du fichier…",
  failed: "Ce fichier n’a pas pu être créé. Le Markdown a été enregistré à la place.",
  digest: {
    title: "Résumé en tête",
    hint: "Ce qui a été décidé, et qui fait quoi",
    off: "Le fichier commence par le texte.",
    never:
      "Ce fichier contient le document seul, tel que les programmes le lisent\u00a0: rien ne précède le texte.",
    how: "Y entrent les cases à cocher, et les lignes qui commencent par !decision ou ?question. Nommez qui le fait\u00a0: @Jana.",
    none: "Ce texte n’a encore ni case à cocher, ni !decision, ni ?question.",
    people: "Nommer qui est là",
    until: (time: string) => `à ${time}`,
    heads: {
      open: (n: number) => `À faire, ${n}`,
      done: (n: number) => `Fait, ${n}`,
      decided: () => "Décidé",
      questions: (n: number) => plural(n, { one: "Question", other: "Questions" }),
    },
    more: (n: number) => `et ${n} de plus`,
    alone: "Le résumé seul",
    table: "En tableau",
    days: (n: number) =>
      plural(n, { one: `${n} date pour l’agenda`, other: `${n} dates pour l’agenda` }),
    mail: "Par mail",
    columns: ["Quoi", "Texte", "Qui", "Quand"],
    kinds: { open: "À faire", done: "Fait", decided: "Décidé", questions: "Question" },
  },
};

/** The same for what is brought in. */
export const bring: Said<typeof englishBring> = {
  title: "Apporter",
  choose: "Choisir un fichier",
  another: "Choisir un autre fichier",
  what: "Déposez ici Markdown, Word, OpenDocument, une page web, du texte ou une capsule\u00a0: 8\u00a0Mo de texte, et ses images",
  whatTouch:
    "Markdown, Word, OpenDocument, une page web, du texte ou une capsule\u00a0: 8\u00a0Mo de texte, et ses images",
  reading: (name: string) => `Lecture de ${name}…`,
  found: (
    size: string,
    { lines, boxes, pictures }: Record<"lines" | "boxes" | "pictures", number>,
  ) => [
    inOctets(size),
    linesOf(lines),
    ...(boxes
      ? [plural(boxes, { one: `${boxes} case à cocher`, other: `${boxes} cases à cocher` })]
      : []),
    ...(pictures
      ? [plural(pictures, { one: `${pictures} image`, other: `${pictures} images` })]
      : []),
  ],
  lost: (n: number) =>
    plural(n, {
      one: `${n} image reste dehors\u00a0: ce navigateur ne sait pas la montrer, ou elle n’est pas dans le fichier.`,
      other: `${n} images restent dehors\u00a0: ce navigateur ne sait pas les montrer, ou elles ne sont pas dans le fichier.`,
    }),
  where: "Où le mettre\u202f?",
  places: {
    here: { name: "Dans ce pad", hint: "rien n’y est encore écrit" },
    on: { name: "À la suite de ce texte", hint: "seul ce qui est nouveau entre" },
    back: { name: "Ce qui a été supprimé, à la fin", hint: "sous ce qui est là" },
    end: { name: "À la fin", hint: "sous ce qui est là" },
    fresh: { name: "Dans un nouveau pad", hint: "celui-ci reste tel quel" },
    instead: { name: "À la place de ce texte", hint: "tout le monde le voit, on peut annuler" },
  },
  put: {
    here: "Mettre ici",
    on: "Continuer avec",
    back: "Faire revenir",
    end: "Mettre à la fin",
    fresh: "Mettre dans un nouveau pad",
    instead: "Mettre à la place",
  },
  history:
    "Une capsule continue avec son historique. Si deux personnes apportent la même, rien ne se répète.",
  words:
    "Son texte entre comme si vous l’aviez écrit. Son historique se poursuit dans un pad vide.",
  same: "Toute cette capsule est déjà ici.",
  gone: (n: number) =>
    plural(n, {
      one: "Toute cette capsule était ici. Une de ses lignes a été supprimée depuis, et peut revenir.",
      other: `Toute cette capsule était ici. ${n} de ses lignes ont été supprimées depuis, et peuvent revenir.`,
    }),
  changed:
    "Toute cette capsule était ici, et l’on a écrit dessus depuis. Elle peut revenir telle qu’elle était.",
  notNow: "Pas maintenant",
  putting: "Mise en place…",
  away: "Il n’y a pas de connexion. Ce sera possible quand elle sera revenue.",
  opening: "Ce pad est en train de se rouvrir. Rien n’est entré\u00a0: essayez encore une fois.",
  beside: "Quelqu’un avait commencé à écrire ici\u00a0: ce que vous avez apporté est à la fin.",
  done: (name: string) => `${name} est dans le texte`,
  tooMuch: (name: string) => `${name} est plus que ce pad ne peut contenir. Rien n’est entré.`,
  begun: "Quelqu’un a commencé à écrire ici. Choisissez à nouveau où le mettre.",
  failed: "Le nouveau pad n’a pas pu s’ouvrir. Rien n’est entré.",
  offline:
    "Ce qui sert à lire ce type de fichier n’a pas pu être chargé. Réessayez quand la connexion sera revenue.",
  broken:
    "Quelque chose n’a pas marché pendant la mise en place. Regardez le texte\u00a0: une partie y est peut-être.",
  refused: {
    large: (name: string, size: string) =>
      `${name} fait ${inOctets(size)}, ou bien plus une fois décompressé. ` +
      `Les textes jusqu’à 8\u00a0Mo passent, avec jusqu’à 64\u00a0Mo d’images.`,
    empty: (name: string) => `${name} est vide.`,
    silent: (name: string) => `Il n’y a pas de texte dans ${name}.`,
    unreadable: (name: string) =>
      `${name} ne peut pas être lu\u00a0: le fichier est abîmé, ou n’est pas ce que dit son nom.`,
    deep: (name: string) =>
      `${name} ne peut pas être lu\u00a0: ses parties s’emboîtent par centaines. ` +
      "Enregistrez-le en texte brut (.txt), et apportez celui-ci.",
    closed: (name: string) =>
      `${name} ne peut pas être ouvert\u00a0: c’est un dossier, ou il a été déplacé ou modifié depuis votre choix.`,
    fault: (name: string) =>
      `Fadepad n’a pas su lire ${name}. Le fichier est peut-être bon\u00a0: ` +
      "enregistrez-le en texte brut (.txt), et apportez celui-ci.",
    away: (name: string) =>
      `Ce qui sert à lire ${name} n’a pas pu être chargé. Réessayez quand la connexion sera revenue.`,
    picture: (name: string) =>
      `${name} est une image\u00a0: déposez-la sur le texte, collez-la, ` +
      "ou choisissez «\u00a0Image\u00a0» dans le menu «\u00a0/\u00a0», ou «\u00a0Photo\u00a0» sur un téléphone.",
    pdf: (name: string) =>
      `${name} est un PDF\u00a0: il contient des pages, et pas de texte à continuer. ` +
      "Apportez le document dont il vient.",
    doc: (name: string) =>
      `${name} est un ancien fichier Office. Enregistrez-le d’abord en Word (.docx) ou en OpenDocument (.odt).`,
    rtf: (name: string) =>
      `${name} est du texte enrichi (RTF). Enregistrez-le d’abord en Word (.docx) ou en OpenDocument (.odt).`,
    cells: (name: string) =>
      `${name} contient des tableaux ou des diapositives. Ouvrez-le, copiez ce qu’il vous faut, et collez-le ici\u00a0: ` +
      "les cellules deviennent un tableau.",
    zip: (name: string) =>
      `Il n’y a pas de Markdown dans ${name}. Décompressez-le, et apportez ce qu’il contient.`,
    unknown: (name: string) =>
      `${name} n’est pas de ceux qui peuvent entrer\u00a0: Markdown, Word, OpenDocument, pages web, texte et capsules.`,
  },
};
