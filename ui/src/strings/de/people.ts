/** Who is here. */
import type { Said } from "..";
import type { people as english } from "../en/people";
import { people as count } from "./numbers";

export const people: Said<typeof english> = {
  title: "Wer da ist",
  open: (n: number) => `${count(n)} da`,
  you: "Sie",
  roles: { host: "Host", edit: "schreibt", view: "liest" },
  named: (name: string, host: boolean) => (host ? `${name} (Host)` : name),
  pencil: "hat den Stift",
  devices: (n: number) => `${n} Geräte`,
  more: (n: number) => `+${n}`,
  change: "Name oder Farbe ändern",
  device: "Weiteres Gerät nutzen",
  nameless: "Jemand",
};
