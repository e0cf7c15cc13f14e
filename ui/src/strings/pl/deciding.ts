/** What a host decides about people; fetched only then. */
import type { Said } from "..";
import type { deciding as english } from "../en/deciding";

const leaving = (devices: number): string => {
  if (devices > 2) return `Wszystkie urządzenia tej osoby (${devices}) wychodzą`;
  return devices === 2 ? "Oba urządzenia tej osoby wychodzą" : "Ta osoba wychodzi";
};

export const deciding: Said<typeof english> = {
  everyone: "Wszyscy mogą pisać",
  everyoneHint: "Tylko osoby prowadzące i te, którym pozwolisz.",
  menu: (name: string) => `Co wolno: ${name}`,
  write: "Pozwól pisać",
  read: "Tylko czytanie",
  pass: "Przekaż ołówek",
  passHint: "Zamiast osoby, która go miała. Osoby prowadzące i te, którym pozwolisz, piszą dalej.",
  asks: (name: string, time: string) => `${name} chce pisać od ${time}`,
  makeHost: "Pozwól prowadzić",
  takeHost: "Odbierz prowadzenie",
  /** New links for hosts alone take a host's link back. */
  hostHint:
    "Z linkiem do prowadzenia każdy znów prowadzi, dopóki nie utworzysz nowych linków do prowadzenia.",
  showOut: "Wyproś…",
  showOutHint: "Wróci tylko, jeśli wpuścisz tę osobę.",
  /** The second question. */
  out: {
    title: (name: string) => `Wyprosić: ${name}?`,
    body: (devices: number) =>
      `${leaving(devices)} od razu. ` +
      "Pod tym samym imieniem wróci tylko, jeśli ją wpuścisz. Kto zachował kod, może wejść jako ktoś nowy; " +
      "zapobiegną temu nowe linki.",
    address: "Nowe osoby spod tego adresu muszą zapukać",
    now: "Wyproś",
    keep: "Niech zostanie",
  },
  isOut: (name: string) => `Wyproszono: ${name}.`,
  letIn: "Wpuść znowu",
};
