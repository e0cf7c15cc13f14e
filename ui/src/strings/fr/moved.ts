/** What people read while their pad goes over to another machine; fetched only then. */
import type { Said } from "..";
import type { moved as english } from "../en/moved";

export const moved: Said<typeof english> = {
  going: "Ce pad continue sur un autre ordinateur. Cette page suit dès que vous faites une pause.",
  looking: "Ce pad continue sur un autre ordinateur. Cette page est en route.",
  unreached: (at: string) =>
    `Ce pad continue à l’adresse ${at}. Cet appareil n’y arrive pas encore\u00a0: saisissez cette adresse dans le navigateur. ` +
    "Ce que vous écrivez ici arrive encore.",
  go: "Y aller",
  title: "Ce pad continue ailleurs",
  there: (at: string) => `Il est maintenant à l’adresse ${at}. Cette page s’y rend d’elle-même.`,
  type: (at: string) =>
    `Il est maintenant à l’adresse ${at}, et cet appareil n’y arrive pas encore. ` +
    "Rejoignez le réseau de cet ordinateur, et saisissez cette adresse dans le navigateur.",
  erased: "Sur l’ordinateur où il était, son texte est effacé.",
  words:
    "Une partie de ce que vous avez écrit n’est plus arrivée. Elle est encore dans cette page.",
};
