/** What a host reads of who brought what; fetched only then. */
import type { Said } from "..";
import type { brought as english } from "../en/brought";
import { plural, short } from "./numbers";

export const brought: Said<typeof english> = {
  parts: (n: number) =>
    plural(n, {
      one: "Ma w tekście część, której nie da się pokazać",
      other: `Ma w tekście ${n} części, których nie da się pokazać`,
    }),
  show: "Pokaż",
  remove: "Usuń",
  /** For who does not see beside whose name it stands. */
  of: (name: string) => `(${name})`,
  sure: (n: number) =>
    plural(n, { one: "Usunąć ją u wszystkich?", other: `Usunąć te ${n} części u wszystkich?` }),
  keep: "Zostaw",
  removed: "Usunięto u wszystkich.",
  bringBack: "Przywróć",
  fills: (percent: number) => `Zajmuje ${percent}% notatnika`,
  unseen: "głównie tam, gdzie żadna strona tego nie pokazuje",
  hasLeft: "już poza notatnikiem",
  left: "Ktoś, kogo już tu nie ma",
  nameless: "Ktoś, kto nie podaje imienia",
  unknown: "Ktoś, nie wiadomo kto",
  guessing: (wrong: number, ago: number) =>
    "Ktoś próbuje zgadnąć kod: " +
    `${wrong} ${plural(wrong, { one: "błędna próba", few: "błędne próby", other: "błędnych prób" })} ` +
    `w ciągu dziesięciu minut, ostatnia ${short(ago)} temu. Teraz musi czekać, a kod zostaje ten sam.`,
  readers: (n: number) =>
    `${n} ${plural(n, { one: "program śledzi", few: "programy śledzą", other: "programów śledzi" })} tekst`,
  more: (n: number) => `jeszcze ${n}`,
};
