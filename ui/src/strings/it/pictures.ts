/** Pictures and other files in the text. Apart from the others, because only the editor loads it. */
import type { Said } from "..";
import type { pictures as english } from "../en/pictures";

export const pictures: Said<typeof english> = {
  picture: "Immagine",
  pictureHint: "Da questo dispositivo",
  file: "File",
  fileHint: "Un PDF o un altro file, da tenere",
  group: "Media",
  brings: (name: string, isPicture: boolean): [string, string] => [
    name || "Qualcuno",
    isPicture ? " porta un’immagine" : " porta un file",
  ],
  of: (sent: string, total: string) => `${sent} di ${total}`,
  waits: "Aspetta il suo turno",
  pauses: "La connessione è persa. Va avanti da sé quando torna.",
  gone: (isPicture: boolean) =>
    isPicture ? "Questa immagine non è arrivata." : "Questo file non è arrivato.",
  away: "Questa immagine non c’è più.",
  cancel: "Annulla",
  again: "Riprova",
  remove: "Togli",
  tooLarge: (size: string, most: string) =>
    `Questo file è di ${size}. Entrano file fino a ${most}.`,
  empty: "Questo file è vuoto.",
  heic:
    "Questo browser non sa leggere le immagini HEIC. " +
    "Inviala come JPEG, o dal telefono che l’ha scattata.",
  unreadable: "Questa immagine qui non si può leggere. Inviala come JPEG o PNG.",
  refused: "Il foglio ora non accetta questo file.",
  full: "Guarda in grande",
  keep: "Salva questa immagine",
  close: "Chiudi",
  before: "Immagine precedente",
  next: "Immagine successiva",
  count: (at: number, all: number) => `${at} di ${all}`,
};
