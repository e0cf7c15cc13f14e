/** What a phone shows below the text. Apart from the others, because only phones load it. */
import type { Said } from "..";
import type { companion as english } from "../en/companion";

export const companion: Said<typeof english> = {
  label: "Dodaj do notatnika",
  line: "Dodaj wiersz",
  send: "Wyślij wiersz",
  where: (name: string) => `Wiersz na końcu, jako ${name}`,
  later: (name: string) => `Wyśle się, gdy wróci połączenie, jako ${name}`,
  away: "Tekstu jeszcze tu nie ma. Spróbuj ponownie za chwilę.",
  unsent: "Nie wysłano: teraz możesz tu tylko czytać",
  photo: "Zdjęcie",
  tick: "Zaznacz",
  undo: "Cofnij",
  follow: "Śledź",
  boxes: "Pola wyboru w tym notatniku",
  noBoxes: "W tym notatniku nie ma jeszcze pól wyboru.",
  noWords: "(bez słów)",
};
