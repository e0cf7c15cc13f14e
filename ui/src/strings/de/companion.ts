/** What a phone shows below the text. Apart from the others, because only phones load it. */
import type { Said } from "..";
import type { companion as english } from "../en/companion";

export const companion: Said<typeof english> = {
  label: "Zum Pad beitragen",
  line: "Zeile hinzufügen",
  send: "Zeile senden",
  where: (name: string) => `Eine Zeile am Ende, als ${name}`,
  later: (name: string) => `Wird gesendet, sobald die Verbindung zurück ist, als ${name}`,
  away: "Der Text ist noch nicht da. Bitte gleich noch einmal versuchen.",
  unsent: "Nicht gesendet: Sie können hier jetzt nur lesen",
  photo: "Foto",
  tick: "Abhaken",
  undo: "Rückgängig",
  follow: "Folgen",
  boxes: "Kästchen dieses Pads abhaken",
  noBoxes: "In diesem Pad gibt es noch kein Kästchen.",
  noWords: "(ohne Text)",
};
