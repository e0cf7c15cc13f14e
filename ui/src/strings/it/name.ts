/** What one is asked on coming in: a name and a colour. */
import type { Said } from "..";
import type { name as english } from "../en/name";
import { long, people } from "./numbers";

export const name: Said<typeof english> = {
  title: "Chi scrive?",
  lead: "Appare accanto al tuo cursore. Non ti chiediamo altro.",
  label: "Nome",
  colour: "Colore",
  colourN: (n: number) => `Colore ${n}`,
  join: (pad: string) => `Entra in ${pad}`,
  keep: "Tieni questo nome",
  fine: (here: number, wiped: string) =>
    `${here === 0 ? "Non c’è ancora nessun altro." : `Qui ${here === 1 ? "c’è" : "ci sono"} ${people(here)}.`} ${wiped}`,
  wiped: (ttl: number) =>
    `Il testo viene cancellato ${long(ttl)} dopo l’uscita dell’ultima persona.`,
  wipedAt: (time: string) => `Il testo viene cancellato ${time}, anche se c’è ancora qualcuno.`,
  kept: (hardEnd: string) =>
    `Il testo resta finché l’host vuole. Al più tardi viene cancellato ${hardEnd}.`,
  saves: "Il computer dell’host ne tiene una copia.",
  change: "Il tuo nome e il tuo colore",
};
