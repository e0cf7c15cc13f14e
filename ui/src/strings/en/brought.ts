/** What a host reads of who brought what; fetched only then. */
import { short } from "./numbers";

export const brought = {
  parts: (n: number) =>
    n === 1 ? "Brought a part that can’t be shown" : `Brought ${n} parts that can’t be shown`,
  show: "Show",
  remove: "Remove",
  /** For who does not see beside whose name it stands. */
  of: (name: string) => `what ${name} brought`,
  sure: (n: number) => (n === 1 ? "Remove it for everyone?" : `Remove all ${n} for everyone?`),
  keep: "Keep",
  removed: "Removed for everyone.",
  bringBack: "Bring back",
  fills: (percent: number) => `Fills ${percent} % of the pad`,
  unseen: "most of it where no page shows it",
  hasLeft: "has left",
  left: "Somebody who has left",
  nameless: "Somebody who shows no name",
  unknown: "Somebody, not known who",
  guessing: (wrong: number, ago: number) =>
    `Somebody tried codes: ${wrong} wrong ${wrong === 1 ? "one" : "ones"} in ten minutes, ` +
    `the last ${short(ago)} ago. They have to wait, and the code stays as it is.`,
  readers: (n: number) =>
    n === 1 ? "1 program follows the text" : `${n} programs follow the text`,
  more: (n: number) => `${n} more`,
} as const;
