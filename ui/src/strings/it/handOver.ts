/** What a host reads who hands the pad over to another computer; fetched only then. */
import type { Said } from "..";
import type { handOver as english } from "../en/handOver";

export const handOver: Said<typeof english> = {
  title: "Passa il foglio",
  lead: "Devi andare via con questo computer? Esegui questo su un altro nella sala, che ha Fadepad:",
  copy: "Copia il comando",
  copied: "Copiato. Eseguilo sull’altro computer.",
  cantCopy: "Il tuo browser qui non copia. Seleziona il comando e copialo a mano.",
  after:
    "Testo, codice, link e tempo passano insieme. Le pagine di tutti seguono da sole, anche lo schermo grande. " +
    "Poi su questo computer viene cancellato tutto, e puoi andare.",
  secret: "Chi ha questo comando è host del foglio: non darlo a nessun altro.",
};
