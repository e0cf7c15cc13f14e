/** What a host reads of who brought what; fetched only then. */
import type { Said } from "..";
import type { brought as english } from "../en/brought";
import { plural, short } from "./numbers";

export const brought: Said<typeof english> = {
  parts: (n: number) =>
    plural(n, {
      one: "A apporté une partie impossible à montrer",
      other: `A apporté ${n} parties impossibles à montrer`,
    }),
  show: "Montrer",
  remove: "Retirer",
  /** For who does not see beside whose name it stands. */
  of: (name: string) => `ce que ${name} a apporté`,
  sure: (n: number) =>
    plural(n, {
      one: "La retirer pour tout le monde\u202f?",
      other: `Retirer les ${n} pour tout le monde\u202f?`,
    }),
  keep: "Garder",
  removed: "Retiré pour tout le monde.",
  bringBack: "Faire revenir",
  fills: (percent: number) => `Occupe ${percent}\u00a0% du pad`,
  unseen: "pour l’essentiel là où aucune page ne le montre",
  hasLeft: "a quitté le pad",
  left: "Quelqu’un qui a quitté le pad",
  nameless: "Quelqu’un sans nom",
  unknown: "Quelqu’un, on ne sait qui",
  guessing: (wrong: number, ago: number) =>
    `Quelqu’un a essayé des codes\u00a0: ${wrong} faux en dix minutes, ` +
    `le dernier il y a ${short(ago)}. Il faut maintenant attendre pour en essayer d’autres, et le code ne change pas.`,
  readers: (n: number) =>
    plural(n, { one: `${n} programme suit le texte`, other: `${n} programmes suivent le texte` }),
  more: (n: number) => `${n} de plus`,
};
