/** Who is here. */
import type { Said } from "..";
import type { people as english } from "../en/people";
import { people as count } from "./numbers";

export const people: Said<typeof english> = {
  title: "Quién está aquí",
  open: (n: number) => `${count(n)} aquí`,
  you: "tú",
  roles: { host: "organiza", edit: "escribe", view: "lee" },
  named: (name: string, host: boolean) => (host ? `${name} (organiza)` : name),
  pencil: "tiene el lápiz",
  devices: (n: number) => `${n} dispositivos`,
  more: (n: number) => `+${n}`,
  change: "Cambiar nombre o color",
  device: "Usar también otro dispositivo",
  nameless: "Alguien",
};
