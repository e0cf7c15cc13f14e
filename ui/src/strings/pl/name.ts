/** What one is asked on coming in: a name and a colour. */
import type { Said } from "..";
import type { name as english } from "../en/name";
import { are, long, people } from "./numbers";

export const name: Said<typeof english> = {
  title: "Kto pisze?",
  lead: "Widać to przy kursorze. O nic więcej nie pytamy.",
  label: "Imię",
  colour: "Kolor",
  colourN: (n: number) => `Kolor ${n}`,
  join: (pad: string) => `Dołącz: ${pad}`,
  keep: "Zostaw to imię",
  fine: (here: number, wiped: string) =>
    `${here === 0 ? "Nikogo więcej jeszcze tu nie ma." : `${are(here)} tu już ${people(here)}.`} ${wiped}`,
  wiped: (ttl: number) => `Tekst zostanie wymazany ${long(ttl)} po wyjściu ostatniej osoby.`,
  wipedAt: (time: string) =>
    `Tekst zostanie wymazany o ${time}, nawet jeśli ktoś jeszcze tu będzie.`,
  kept: (hardEnd: string) =>
    "Tekst zostaje, dopóki osoba prowadząca nie zdecyduje inaczej, " +
    `najdłużej do ${hardEnd}. Potem zostanie wymazany.`,
  saves: "Komputer osoby prowadzącej zachowa kopię.",
  change: "Twoje imię i kolor",
};
