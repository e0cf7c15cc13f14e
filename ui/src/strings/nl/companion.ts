/** What a phone shows below the text. Apart from the others, because only phones load it. */
import type { Said } from "..";
import type { companion as english } from "../en/companion";

export const companion: Said<typeof english> = {
  label: "Aan het blad toevoegen",
  line: "Regel toevoegen",
  send: "De regel versturen",
  where: (name: string) => `Een regel aan het eind, als ${name}`,
  later: (name: string) => `Wordt verstuurd zodra de verbinding terug is, als ${name}`,
  away: "De tekst is er nog niet. Probeer het zo nog eens.",
  unsent: "Niet verstuurd: je kunt hier nu alleen lezen",
  photo: "Foto",
  tick: "Afvinken",
  undo: "Ongedaan",
  follow: "Volgen",
  boxes: "Vakjes van dit blad afvinken",
  noBoxes: "Er staat nog geen vinkvakje op dit blad.",
  noWords: "(geen tekst)",
};
