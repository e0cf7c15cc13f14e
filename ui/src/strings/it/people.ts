/** Who is here. */
import type { Said } from "..";
import type { people as english } from "../en/people";
import { people as count } from "./numbers";

export const people: Said<typeof english> = {
  title: "Chi è qui",
  open: (n: number) => `${count(n)} qui`,
  you: "tu",
  roles: { host: "host", edit: "scrive", view: "legge" },
  named: (name: string, host: boolean) => (host ? `${name} (host)` : name),
  pencil: "ha la matita",
  devices: (n: number) => (n === 1 ? "1 dispositivo" : `${n} dispositivi`),
  more: (n: number) => `+${n}`,
  change: "Cambia nome o colore",
  device: "Usa anche un altro dispositivo",
  nameless: "Qualcuno",
};
