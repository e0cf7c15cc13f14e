/** Who is here. */
import type { Said } from "..";
import type { people as english } from "../en/people";
import { people as count } from "./numbers";

export const people: Said<typeof english> = {
  title: "Quem está aqui",
  open: (n: number) => `${count(n)} aqui`,
  you: "você",
  roles: { host: "organiza", edit: "escreve", view: "lê" },
  named: (name: string, host: boolean) => (host ? `${name} (organiza)` : name),
  pencil: "está com o lápis",
  devices: (n: number) => `${n} dispositivos`,
  more: (n: number) => `+${n}`,
  change: "Mudar nome ou cor",
  device: "Usar também outro dispositivo",
  nameless: "Alguém",
};
