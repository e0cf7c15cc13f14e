/** What one is asked on coming in: a name and a colour. */
import type { Said } from "..";
import type { name as english } from "../en/name";
import { long, people } from "./numbers";

export const name: Said<typeof english> = {
  title: "Wer schreibt hier?",
  lead: "Steht neben Ihrer Schreibmarke. Mehr wird nicht gefragt.",
  label: "Name",
  colour: "Farbe",
  colourN: (n: number) => `Farbe ${n}`,
  join: (pad: string) => `Weiter zu ${pad}`,
  keep: "Namen behalten",
  fine: (here: number, wiped: string) =>
    `${here === 0 ? "Noch ist sonst niemand da." : `${people(here)} ${here === 1 ? "ist" : "sind"} da.`} ${wiped}`,
  wiped: (ttl: number) => `Der Text wird gelöscht, wenn ${long(ttl)} lang niemand da war.`,
  wipedAt: (time: string) =>
    `Der Text bleibt bis ${time}. Dann wird er gelöscht, auch wenn noch jemand da ist.`,
  kept: (hardEnd: string) =>
    `Der Text bleibt, bis der Host es anders entscheidet, längstens bis ${hardEnd}. Dann wird er gelöscht.`,
  saves: "Der Computer des Hosts behält eine Kopie.",
  change: "Ihr Name und Ihre Farbe",
};
