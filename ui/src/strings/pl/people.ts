/** Who is here. */
import type { Said } from "..";
import type { people as english } from "../en/people";
import { people as count, plural } from "./numbers";

export const people: Said<typeof english> = {
  title: "Kto tu jest",
  open: (n: number) => `${count(n)} tutaj`,
  you: "ty",
  roles: { host: "prowadzi", edit: "pisze", view: "czyta" },
  named: (name: string, host: boolean) => (host ? `${name} (prowadzi)` : name),
  pencil: "ma ołówek",
  devices: (n: number) =>
    `${n} ${plural(n, { one: "urządzenie", few: "urządzenia", other: "urządzeń" })}`,
  more: (n: number) => `+${n}`,
  change: "Zmień imię lub kolor",
  device: "Użyj też innego urządzenia",
  nameless: "Ktoś",
};
