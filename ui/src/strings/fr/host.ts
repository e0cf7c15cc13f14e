/** Every sentence on the host's page. Apart from the others, because only a host's browser loads it. */
import type { Said } from "..";
import type { host as english } from "../en/host";
import { afterwards } from "./ending";
import { long, people, plural } from "./numbers";

/** What those who are here get before the end. */
function offered(n: number, lastCall: number | null): string {
  if (n === 0 || lastCall === null) return "";
  return lastCall === 0
    ? " Personne ne se verra proposer de copie."
    : ` Chaque personne pourra prendre une copie pendant ${long(lastCall)}, ou jusqu’à la dernière réponse.`;
}

const here = (n: number) => plural(n, { one: "est ici", other: "sont ici" });

export const host: Said<typeof english> = {
  title: "Les pads de cet ordinateur",
  newPad: "Nouveau pad",
  asking: "Recherche de vos pads…",
  empty: "Aucun pad n’est ouvert ici.",
  away: "Fadepad est injoignable. Ce que vous voyez ici a pu changer.",
  failed: "Cela n’a pas marché. Réessayez dans un instant.",
  nobody: "personne ici",
  elsewhere: "commencé ailleurs",
  knocks: (n: number) =>
    `${people(n)} ${plural(n, { one: "voudrait", other: "voudraient" })} entrer`,
  letIn: "Répondre",
  letInOne: (pad: string) => `Répondre à qui veut entrer dans ${pad}`,
  keep: "Garder ouvert",
  keepOne: (pad: string) => `Garder ouvert\u00a0: ${pad}`,
  more: (pad: string) => `Plus d’options pour ${pad}`,
  open: "Ouvrir",
  rename: "Renommer…",
  renameTitle: (pad: string) => `Renommer ${pad}`,
  renameLabel: "Le nom que tout le monde lit",
  renameHint: "Les liens et le code ne changent pas. Laissez vide pour retrouver le nom d’origine.",
  renameDone: "Renommer",
  join: "Rejoindre un autre pad",
  foot: (saves: boolean) =>
    saves
      ? "Le texte reste en mémoire, puis dans des fichiers ici quand son pad se termine. " +
        "Quand Fadepad s’arrête, tous les pads se terminent."
      : "Le texte reste en mémoire, nulle part ailleurs. Quand Fadepad s’arrête, tous les pads d’ici se terminent.",
  endTitle: (pad: string) => `Mettre fin à ${pad} pour tout le monde\u202f?`,
  /** `lastCall`: how long everyone is offered a copy (seconds); `null` before it is known. */
  endBody: (n: number, lastCall: number | null, saves: boolean) =>
    `${n === 0 ? "Il n’y a personne." : `${people(n)} ${here(n)}.`}${offered(n, lastCall)} ` +
    `Le texte sera effacé de la mémoire et des pages qui le montrent${afterwards(saves)}` +
    (saves ? "" : " Pour en garder une copie, ouvrez le pad d’abord."),
};
