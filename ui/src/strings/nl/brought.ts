/** What a host reads of who brought what; fetched only then. */
import type { Said } from "..";
import type { brought as english } from "../en/brought";
import { short } from "./numbers";

export const brought: Said<typeof english> = {
  parts: (n: number) =>
    n === 1
      ? "Bracht een deel mee dat niet te tonen is"
      : `Bracht ${n} delen mee die niet te tonen zijn`,
  show: "Tonen",
  remove: "Verwijderen",
  /** For who does not see beside whose name it stands. */
  of: (name: string) => `wat ${name} meebracht`,
  sure: (n: number) =>
    n === 1 ? "Voor iedereen verwijderen?" : `Alle ${n} voor iedereen verwijderen?`,
  keep: "Houden",
  removed: "Voor iedereen verwijderd.",
  bringBack: "Terughalen",
  fills: (percent: number) => `Vult ${percent}% van het blad`,
  unseen: "het meeste waar geen pagina het toont",
  hasLeft: "is weg",
  left: "Iemand die weg is",
  nameless: "Iemand zonder naam",
  unknown: "Iemand, onbekend wie",
  guessing: (wrong: number, ago: number) =>
    `Iemand heeft codes geprobeerd: ${wrong} ${wrong === 1 ? "foute poging" : "foute pogingen"} in tien minuten, ` +
    `de laatste ${short(ago)} geleden. Nieuwe pogingen moeten wachten, en de code blijft zoals hij is.`,
  readers: (n: number) =>
    n === 1 ? "1 programma volgt de tekst" : `${n} programma’s volgen de tekst`,
  more: (n: number) => `nog ${n}`,
};
