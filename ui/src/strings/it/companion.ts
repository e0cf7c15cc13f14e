/** What a phone shows below the text. Apart from the others, because only phones load it. */
import type { Said } from "..";
import type { companion as english } from "../en/companion";

export const companion: Said<typeof english> = {
  label: "Aggiungi al foglio",
  line: "Aggiungi una riga",
  send: "Invia la riga",
  where: (name: string) => `Una riga in fondo, come ${name}`,
  later: (name: string) => `Parte quando torna la connessione, come ${name}`,
  away: "Il testo non è ancora qui. Riprova tra un momento.",
  unsent: "Non inviato: ora qui puoi solo leggere",
  photo: "Foto",
  tick: "Spunta",
  undo: "Annulla",
  follow: "Segui",
  boxes: "Spunta le caselle di questo foglio",
  noBoxes: "In questo foglio non ci sono ancora caselle.",
  noWords: "(senza testo)",
};
