/** Who knocks, and who lets them in; fetched only then. */
import type { Said } from "..";
import type { knock as english } from "../en/knock";
import { DEVICES, people, plural, short } from "./numbers";

export const knock: Said<typeof english> = {
  title: "En attendant que l’hôte vous ouvre",
  told: (host: string | null) =>
    `${host ?? "L’hôte"} sait que vous êtes là. Laissez cette page ouverte\u00a0: la suite vient d’elle-même.`,
  /** Below one's own name. */
  seen: (host: string | null) => `voilà ce que voit ${host ?? "l’hôte"}`,
  change: "Changer",
  leave: "Ne pas attendre",
  fine: "Rien du texte n’est encore sur cet appareil.",
  notNow: (host: string | null) => `${host ?? "L’hôte"} ne peut pas vous laisser entrer maintenant`,
  later: "Vous pourrez bientôt frapper à nouveau.",
  again: "Frapper à nouveau",
  againIn: (s: number) => `Frapper à nouveau dans ${short(s)}`,
  /** To a host. */
  door: "À la porte",
  somebody: "Quelqu’un",
  /** After a name. */
  wants: { edit: "voudrait entrer", view: "voudrait entrer, pour lire" },
  wasOut: "A déjà dû sortir une fois",
  how: (device: string, way: "code" | "link", ago: number) =>
    `${DEVICES[device] ?? "Un appareil"} · par le ${way === "code" ? "code" : "lien"} · il y a ${short(ago)}`,
  more: (n: number) => `et ${n} de plus`,
  less: "Montrer moins",
  /** At the door of another pad of this host. */
  elsewhere: (pad: string, n: number) =>
    `${people(n)} ${plural(n, { one: "voudrait", other: "voudraient" })} entrer dans ${pad}.`,
  goThere: "Y aller",
  notYet: "Pas maintenant",
  letIn: "Laisser entrer",
};
