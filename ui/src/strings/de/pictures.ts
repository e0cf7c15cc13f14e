/** Pictures and other files in the text. Apart from the others, because only the editor loads it. */
import type { Said } from "..";
import type { pictures as english } from "../en/pictures";

export const pictures: Said<typeof english> = {
  picture: "Bild",
  pictureHint: "Von diesem Gerät",
  file: "Datei",
  fileHint: "Ein PDF oder eine andere Datei zum Behalten",
  group: "Medien",
  brings: (name: string, isPicture: boolean): [string, string] => [
    name || "Jemand",
    isPicture ? " bringt ein Bild" : " bringt eine Datei",
  ],
  of: (sent: string, total: string) => `${sent} von ${total}`,
  waits: "Ist gleich an der Reihe",
  pauses: "Die Verbindung ist weg. Es geht von selbst weiter.",
  gone: (isPicture: boolean) =>
    isPicture ? "Dieses Bild ist nicht angekommen." : "Diese Datei ist nicht angekommen.",
  away: "Dieses Bild ist nicht mehr da.",
  cancel: "Abbrechen",
  again: "Noch einmal",
  remove: "Entfernen",
  tooLarge: (size: string, most: string) =>
    `Diese Datei ist ${size} groß. Dateien bis ${most} passen.`,
  empty: "Diese Datei ist leer.",
  heic:
    "Dieser Browser kann keine HEIC-Bilder lesen. " +
    "Senden Sie es als JPEG, oder von dem Handy, das es aufgenommen hat.",
  unreadable: "Dieses Bild lässt sich hier nicht lesen. Senden Sie es als JPEG oder PNG.",
  refused: "Das Pad nimmt diese Datei gerade nicht an.",
  full: "Groß ansehen",
  keep: "Bild speichern",
  close: "Schließen",
  before: "Voriges Bild",
  next: "Nächstes Bild",
  count: (at: number, all: number) => `${at} von ${all}`,
};
