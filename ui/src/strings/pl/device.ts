/** Every sentence about a further device of one's own. Apart from the others, because few need them. */
import type { Said } from "..";
import type { device as english } from "../en/device";
import { inWords } from "./numbers";

export const device: Said<typeof english> = {
  title: "Użyj też innego urządzenia",
  lead: (name: string) =>
    `Zeskanuj to tym urządzeniem albo otwórz na nim link. Na obu nazywasz się ${name} i liczysz się jako jedna osoba.`,
  once: (minutes: number) =>
    `Ważne dla jednego urządzenia, przez ${inWords(minutes * 60)}. Nie pokazuj tego nikomu innemu.`,
  over: "Ten link jest już za stary. Nic się nim nie otworzyło.",
  fresh: "Utwórz nowy link",
  here: "Twoje drugie urządzenie już tu jest.",
  done: "Gotowe",
  used: [
    "Ten link zrobił już swoje",
    "Dodaje jedno twoje urządzenie i działa dziesięć minut. Następny znajdziesz na liście osób, " +
      "na urządzeniu, na którym piszesz.",
  ],
};
