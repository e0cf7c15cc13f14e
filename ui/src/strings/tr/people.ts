/** Who is here. */
import type { Said } from "..";
import type { people as english } from "../en/people";
import { people as count } from "./numbers";

export const people: Said<typeof english> = {
  title: "Buradakiler",
  open: (n) => `Burada ${count(n)}`,
  you: "siz",
  roles: { host: "ev sahibi", edit: "yazıyor", view: "okuyor" },
  named: (name, host) => (host ? `${name} (ev sahibi)` : name),
  pencil: "kalem burada",
  devices: (n) => `${n} cihaz`,
  more: (n) => `+${n}`,
  change: "Adı ya da rengi değiştir",
  device: "Başka bir cihaz da kullan",
  nameless: "Biri",
};
