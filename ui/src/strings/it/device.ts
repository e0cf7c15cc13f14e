/** Every sentence about a further device of one's own. Apart from the others, because few need them. */
import type { Said } from "..";
import type { device as english } from "../en/device";
import { inWords } from "./numbers";

export const device: Said<typeof english> = {
  title: "Usa anche un altro dispositivo",
  lead: (name: string) =>
    `Scansiona questo con l’altro dispositivo, o apri lì il link. Su entrambi sei ${name}, e conti una volta sola.`,
  once: (minutes: number) =>
    `Vale per un solo dispositivo, per ${inWords(minutes * 60)}. Non mostrarlo a nessun altro.`,
  over: "Questo link è troppo vecchio. Non ha aperto nulla.",
  fresh: "Crea un nuovo link",
  here: "L’altro tuo dispositivo è qui.",
  done: "Fatto",
  used: [
    "Questo link è già stato usato",
    "Rende tuo un dispositivo, per dieci minuti. Il prossimo è nell’elenco delle persone, " +
      "sul dispositivo dove scrivi.",
  ],
};
