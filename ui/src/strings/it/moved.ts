/** What people read while their pad goes over to another machine; fetched only then. */
import type { Said } from "..";
import type { moved as english } from "../en/moved";

export const moved: Said<typeof english> = {
  going:
    "Questo foglio continua su un altro computer. Questa pagina lo segue appena fai una pausa.",
  looking: "Questo foglio continua su un altro computer. Questa pagina è in viaggio.",
  unreached: (at: string) =>
    `Questo foglio continua all’indirizzo ${at}. Questo dispositivo non ci arriva ancora: scrivi quell’indirizzo nel browser. ` +
    "Quello che scrivi qui arriva ancora.",
  go: "Vai lì",
  title: "Questo foglio continua altrove",
  there: (at: string) => `Ora è all’indirizzo ${at}. Questa pagina ci va da sola.`,
  type: (at: string) =>
    `Ora è all’indirizzo ${at}, e questo dispositivo non ci arriva ancora. ` +
    "Collegati alla rete di quel computer, e scrivi quell’indirizzo nel browser.",
  erased: "Sul computer dov’era, il testo è cancellato.",
  words: "Una parte di quello che hai scritto non è più arrivata. È ancora in questa pagina.",
};
