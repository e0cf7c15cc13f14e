/** What one is asked on coming in: a name and a colour. */
import type { Said } from "..";
import type { name as english } from "../en/name";
import { long, people, plural } from "./numbers";

const here = (n: number) => plural(n, { one: "est ici", other: "sont ici" });

export const name: Said<typeof english> = {
  title: "Qui écrit\u202f?",
  lead: "Affiché près de votre curseur. Rien d’autre n’est demandé.",
  label: "Nom",
  colour: "Couleur",
  colourN: (n: number) => `Couleur ${n}`,
  join: (pad: string) => `Rejoindre ${pad}`,
  keep: "Garder ce nom",
  fine: (n: number, wiped: string) =>
    `${n === 0 ? "Il n’y a encore personne d’autre." : `${people(n)} ${here(n)}.`} ${wiped}`,
  wiped: (ttl: number) =>
    `Le texte est effacé ${long(ttl)} après le départ de la dernière personne.`,
  wipedAt: (time: string) =>
    `Le texte reste jusqu’à ${time}. Ensuite, il est effacé, même s’il y a encore quelqu’un.`,
  kept: (hardEnd: string) =>
    `Le texte reste tant que l’hôte le veut, au plus jusqu’à ${hardEnd}. Ensuite, il est effacé.`,
  saves: "L’ordinateur de l’hôte en garde une copie.",
  change: "Votre nom et votre couleur",
};
