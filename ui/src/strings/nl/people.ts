/** Who is here. */
import type { Said } from "..";
import type { people as english } from "../en/people";
import { people as count } from "./numbers";

export const people: Said<typeof english> = {
  title: "Aanwezig",
  open: (n: number) => `${count(n)} hier`,
  you: "jij",
  roles: { host: "host", edit: "schrijft", view: "leest" },
  named: (name: string, host: boolean) => (host ? `${name} (host)` : name),
  pencil: "heeft het potlood",
  devices: (n: number) => (n === 1 ? "1 apparaat" : `${n} apparaten`),
  more: (n: number) => `+${n}`,
  change: "Naam of kleur wijzigen",
  device: "Nog een apparaat gebruiken",
  nameless: "Iemand",
};
