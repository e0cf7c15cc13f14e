/** Who is here. */
import type { Said } from "..";
import type { people as english } from "../en/people";
import { people as count, plural } from "./numbers";

export const people: Said<typeof english> = {
  title: "Personnes présentes",
  open: (n: number) => `${count(n)} ici`,
  you: "vous",
  roles: { host: "hôte", edit: "écrit", view: "lit" },
  named: (name: string, host: boolean) => (host ? `${name} (hôte)` : name),
  pencil: "a le crayon",
  devices: (n: number) => `${n} ${plural(n, { one: "appareil", other: "appareils" })}`,
  more: (n: number) => `+${n}`,
  change: "Changer de nom ou de couleur",
  device: "Utiliser un autre appareil",
  nameless: "Quelqu’un",
};
