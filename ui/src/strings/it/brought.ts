/** What a host reads of who brought what; fetched only then. */
import type { Said } from "..";
import type { brought as english } from "../en/brought";
import { short } from "./numbers";

export const brought: Said<typeof english> = {
  parts: (n: number) =>
    n === 1
      ? "Ha portato una parte che non si può mostrare"
      : `Ha portato ${n} parti che non si possono mostrare`,
  show: "Mostra",
  remove: "Togli",
  /** For who does not see beside whose name it stands. */
  of: (name: string) => `quello che ha portato ${name}`,
  sure: (n: number) => (n === 1 ? "Toglierla per tutti?" : `Toglierle tutte e ${n} per tutti?`),
  keep: "Tieni",
  removed: "Tolto per tutti.",
  bringBack: "Fai tornare",
  fills: (percent: number) => `Occupa il ${percent}% del foglio`,
  unseen: "per lo più dove nessuna pagina lo mostra",
  hasLeft: "ha lasciato il foglio",
  left: "Qualcuno che ha lasciato il foglio",
  nameless: "Qualcuno senza nome",
  unknown: "Qualcuno, non si sa chi",
  guessing: (wrong: number, ago: number) =>
    `Qualcuno ha provato dei codici: ${wrong} ${wrong === 1 ? "sbagliato" : "sbagliati"} in dieci minuti, ` +
    `l’ultimo ${short(ago)} fa. Per provarne altri ora si aspetta, e il codice resta com’è.`,
  readers: (n: number) =>
    n === 1 ? "1 programma segue il testo" : `${n} programmi seguono il testo`,
  more: (n: number) => (n === 1 ? "un altro" : `altri ${n}`),
};
