/** Pictures and other files in the text. Apart from the others, because only the editor loads it. */
import type { Said } from "..";
import type { pictures as english } from "../en/pictures";

export const pictures: Said<typeof english> = {
  picture: "Obraz",
  pictureHint: "Z tego urządzenia",
  file: "Plik",
  fileHint: "PDF lub inny plik do zachowania",
  group: "Multimedia",
  brings: (name: string, isPicture: boolean): [string, string] => [
    name || "Ktoś",
    isPicture ? " dodaje obraz" : " dodaje plik",
  ],
  of: (sent: string, total: string) => `${sent} z ${total}`,
  waits: "Czeka na swoją kolej",
  pauses: "Połączenie zostało przerwane. Potem pójdzie dalej samo.",
  gone: (isPicture: boolean) => (isPicture ? "Ten obraz nie dotarł." : "Ten plik nie dotarł."),
  away: "Tego obrazu już tu nie ma.",
  cancel: "Anuluj",
  again: "Spróbuj ponownie",
  remove: "Usuń",
  tooLarge: (size: string, most: string) => `Ten plik ma ${size}. Mieszczą się pliki do ${most}.`,
  empty: "Ten plik jest pusty.",
  heic:
    "Ta przeglądarka nie odczytuje obrazów HEIC. " +
    "Wyślij JPEG albo użyj telefonu, którym zrobiono zdjęcie.",
  unreadable: "Tego obrazu nie da się tu odczytać. Wyślij JPEG lub PNG.",
  refused: "Notatnik nie przyjmuje teraz tego pliku.",
  full: "Zobacz w całości",
  keep: "Zapisz ten obraz",
  close: "Zamknij",
  before: "Poprzedni obraz",
  next: "Następny obraz",
  count: (at: number, all: number) => `${at} z ${all}`,
};
