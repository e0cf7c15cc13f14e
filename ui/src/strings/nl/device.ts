/** Every sentence about a further device of one's own. Apart from the others, because few need them. */
import type { Said } from "..";
import type { device as english } from "../en/device";
import { inWords } from "./numbers";

export const device: Said<typeof english> = {
  title: "Nog een apparaat gebruiken",
  lead: (name: string) =>
    `Scan dit met dat apparaat, of open daar de link. Je bent op allebei ${name}, en telt als één persoon.`,
  once: (minutes: number) =>
    `Geldt voor één apparaat, ${inWords(minutes * 60)} lang. Laat het verder aan niemand zien.`,
  over: "Deze link is te oud. Er is niets mee geopend.",
  fresh: "Nieuwe link maken",
  here: "Je andere apparaat is er.",
  done: "Klaar",
  used: [
    "Deze link is al gebruikt",
    "Hij maakt een apparaat het jouwe, tien minuten lang. De volgende staat in de lijst met personen, " +
      "op het apparaat waarop je schrijft.",
  ],
};
