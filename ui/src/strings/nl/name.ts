/** What one is asked on coming in: a name and a colour. */
import type { Said } from "..";
import type { name as english } from "../en/name";
import { long, people } from "./numbers";

export const name: Said<typeof english> = {
  title: "Wie schrijft hier?",
  lead: "Staat naast je cursor. Meer wordt niet gevraagd.",
  label: "Naam",
  colour: "Kleur",
  colourN: (n: number) => `Kleur ${n}`,
  join: (pad: string) => `Meedoen aan ${pad}`,
  keep: "Deze naam houden",
  fine: (here: number, wiped: string) =>
    `${here === 0 ? "Er is verder nog niemand." : `Er ${here === 1 ? "is" : "zijn"} hier ${people(here)}.`} ${wiped}`,
  wiped: (ttl: number) => `De tekst wordt gewist ${long(ttl)} nadat iedereen weg is.`,
  wipedAt: (time: string) =>
    `De tekst blijft tot ${time}. Dan wordt hij gewist, ook als er nog iemand is.`,
  kept: (hardEnd: string) =>
    `De tekst blijft zolang de host wil, hoogstens tot ${hardEnd}. Dan wordt hij gewist.`,
  saves: "De computer van de host bewaart een kopie.",
  change: "Je naam en kleur",
};
