/** Who is here. */
import type { Said } from "..";
import type { people as english } from "../en/people";
import { people as count, plural } from "./numbers";

export const people: Said<typeof english> = {
  title: "Хто тут",
  open: (n: number) => `Тут ${count(n)}`,
  you: "ви",
  roles: { host: "веде", edit: "пише", view: "читає" },
  named: (name: string, host: boolean) => (host ? `${name} (веде)` : name),
  pencil: "має олівець",
  devices: (n: number) =>
    `${n} ${plural(n, { one: "пристрій", few: "пристрої", other: "пристроїв" })}`,
  more: (n: number) => `+${n}`,
  change: "Змінити ім’я чи колір",
  device: "Додати ще один пристрій",
  nameless: "Хтось",
};
