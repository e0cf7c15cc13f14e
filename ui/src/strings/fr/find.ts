/** The bar that finds words in the text, and puts others in their place. */
import type { Said } from "..";
import type { find as english } from "../en/find";
import { plural } from "./numbers";

export const find: Said<typeof english> = {
  label: "Rechercher",
  words: "Rechercher dans le texte",
  count: (at: number, of: number) => `${at} sur ${of}`,
  none: "Aucun résultat",
  before: "Résultat précédent",
  next: "Résultat suivant",
  replacement: "Remplacer par",
  replacing: "Remplacer par d’autres mots",
  replace: "Remplacer",
  all: (n: number) => `Tout (${n})`,
  allTold: (n: number) => `Tout remplacer (${n})`,
  replaced: (n: number) => plural(n, { one: `${n} remplacement`, other: `${n} remplacements` }),
};
