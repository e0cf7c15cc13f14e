/** The start page, and the page of a new pad. */
import type { Said } from "..";
import type { fresh as englishFresh, start as english } from "../en/start";
import { long, people } from "./numbers";

const waiting = (wait: number | null) => (wait === null ? "minutę" : long(Math.max(1, wait)));

export const start: Said<typeof english> = {
  title: "Fadepad",
  lead: "Wpisz kod z ekranu.",
  label: "Kod",
  join: "Dołącz",
  joining: "Otwieranie…",
  notInAlphabet: (letters: string) =>
    `W kodach nie ma ${letters.length === 1 ? "znaku" : "znaków"} ${letters}, ` +
    "bo O i 0, I, L i 1, U i V są do siebie podobne. Spójrz na ekran jeszcze raz.",
  unknown: "Nie znamy tu takiego kodu. Kody mają sześć znaków, na przykład K7Q\u00a0PM3.",
  ended: "Ten notatnik już się skończył.",
  /** `wait`: how long (seconds), where that is known. */
  tooMany: (wait: number | null) => `Za dużo prób. Spróbuj ponownie za ${waiting(wait)}.`,
  notNow: (wait: number | null) =>
    `Teraz nikt nie może cię wpuścić. Spróbuj ponownie za ${waiting(wait)}.`,
  tryNow: "Możesz już spróbować ponownie.",
  closed: "Ten notatnik nie przyjmuje teraz nikogo nowego. Zapytaj osobę prowadzącą.",
  pin: "PIN",
  pinNeeded: "Ten notatnik wymaga też kodu PIN. Zapytaj o niego osobę prowadzącą.",
  pinWrong: "To nie jest PIN tego notatnika. Sprawdź go jeszcze raz albo zapytaj osobę prowadzącą.",
  offline: "Nie ma połączenia z Fadepadem. Czy to urządzenie jest nadal w tej samej sieci?",
  newPad: "Nowy notatnik",
  near: "W tej sieci",
  nearOn: (host: string) => `na ${host}`,
  nearFading: "znika",
  nearWaiting: "nikogo jeszcze nie ma",
  nearPeople: people,
};

export const fresh: Said<typeof englishFresh> = {
  title: "Nowy notatnik",
  lead: "Żyje, dopóki ktoś tu jest.",
  lives: (ttl: number) => `Żyje, dopóki ktoś tu jest, i jeszcze ${long(ttl)}.`,
  unkept: "Nic z niego nie jest zapisywane.",
  unread: (said: readonly string[]) =>
    `W linku jest ${said.join(", ")}, a tego nie da się odczytać. Pod tym względem notatnik jest taki jak zwykle.`,
  kept: "Gdy się skończy, komputer osoby prowadzącej zachowa kopię.",
  label: "Nazwa, jeśli chcesz",
  hint: "Małe litery, cyfry, - i _",
  create: "Otwórz notatnik",
  withFile: "Zacznij od pliku…",
  beginsWith: (file: string) => `Na początku: ${file}.`,
  without: "Bez pliku",
  taken: "Notatnik o tej nazwie już żyje. Wybierz inną nazwę.",
  hostOnly: "Nowy notatnik może tu otworzyć tylko osoba prowadząca.",
  badName: "Użyj małych liter, cyfr, - i _, najwyżej 64 znaków.",
};
