/** What one is asked on coming in: a name and a colour. */
import { long, people } from "./numbers";

export const name = {
  title: "Who is writing?",
  lead: "Shown beside your cursor. Nothing else is asked.",
  label: "Name",
  colour: "Colour",
  colourN: (n: number) => `Colour ${n}`,
  join: (pad: string) => `Join ${pad}`,
  keep: "Keep this name",
  fine: (here: number, wiped: string) =>
    `${here === 0 ? "Nobody else is here yet." : `${people(here)} ${here === 1 ? "is" : "are"} here.`} ${wiped}`,
  wiped: (ttl: number) => `The text is wiped ${long(ttl)} after the last one leaves.`,
  wipedAt: (time: string) => `The text is wiped at ${time}, also when people are here.`,
  kept: (hardEnd: string) =>
    `The text stays until the host says, at the longest until ${hardEnd}. Then it is wiped.`,
  saves: "The host’s machine keeps a copy.",
  change: "Your name and colour",
} as const;
