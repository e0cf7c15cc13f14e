/** Pictures and other files in the text. Apart from the others, because only the editor loads it. */
import type { Said } from "..";
import type { pictures as english } from "../en/pictures";

export const pictures: Said<typeof english> = {
  picture: "Afbeelding",
  pictureHint: "Van dit apparaat",
  file: "Bestand",
  fileHint: "Een PDF of een ander bestand, om te bewaren",
  group: "Media",
  brings: (name: string, isPicture: boolean): [string, string] => [
    name || "Iemand",
    isPicture ? " brengt een afbeelding mee" : " brengt een bestand mee",
  ],
  of: (sent: string, total: string) => `${sent} van ${total}`,
  waits: "Wacht op zijn beurt",
  pauses: "De verbinding is weg. Het gaat vanzelf verder.",
  gone: (isPicture: boolean) =>
    isPicture ? "Deze afbeelding is niet aangekomen." : "Dit bestand is niet aangekomen.",
  away: "Deze afbeelding is er niet meer.",
  cancel: "Annuleren",
  again: "Opnieuw proberen",
  remove: "Verwijderen",
  tooLarge: (size: string, most: string) => `Dit bestand is ${size}. Bestanden tot ${most} passen.`,
  empty: "Dit bestand is leeg.",
  heic:
    "Deze browser kan geen HEIC-afbeeldingen lezen. " +
    "Stuur de afbeelding als JPEG, of vanaf de telefoon waarmee de foto is gemaakt.",
  unreadable: "Deze afbeelding is hier niet te lezen. Stuur die als JPEG of PNG.",
  refused: "Dit blad neemt dit bestand nu niet aan.",
  full: "Groot bekijken",
  keep: "Afbeelding bewaren",
  close: "Sluiten",
  before: "Vorige afbeelding",
  next: "Volgende afbeelding",
  count: (at: number, all: number) => `${at} van ${all}`,
};
