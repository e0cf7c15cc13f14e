/** What a host reads of who brought what; fetched only then. */
import type { Said } from "..";
import type { brought as english } from "../en/brought";
import { short } from "./numbers";

export const brought: Said<typeof english> = {
  parts: (n: number) =>
    n === 1
      ? "Hat etwas mitgebracht, das sich nicht zeigen lässt"
      : `Hat ${n} Teile mitgebracht, die sich nicht zeigen lassen`,
  show: "Zeigen",
  remove: "Entfernen",
  /** For who does not see beside whose name it stands. */
  of: (name: string) => `von ${name} mitgebracht`,
  sure: (n: number) => (n === 1 ? "Für alle entfernen?" : `Alle ${n} für alle entfernen?`),
  keep: "Behalten",
  removed: "Für alle entfernt.",
  bringBack: "Zurückholen",
  fills: (percent: number) => `Füllt ${percent}\u00a0% des Pads`,
  unseen: "das meiste dort, wo keine Seite es zeigt",
  hasLeft: "ist gegangen",
  left: "Jemand, der gegangen ist",
  nameless: "Jemand ohne Namen",
  unknown: "Jemand, unbekannt wer",
  guessing: (wrong: number, ago: number) =>
    `Jemand hat Codes probiert, zuletzt vor ${short(ago)}: ` +
    `${wrong} ${wrong === 1 ? "falscher" : "falsche"} in zehn Minuten. ` +
    "Weitere Versuche müssen warten, und der Code bleibt, wie er ist.",
  readers: (n: number) =>
    n === 1 ? "1 Programm liest den Text mit" : `${n} Programme lesen den Text mit`,
  more: (n: number) => `${n} weitere`,
};
