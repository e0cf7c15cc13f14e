/** Spanish: who wrote what, shown beside the text on demand. */
import type { Said } from "..";
import type { who as english } from "../en/who";

export const who: Said<typeof english> = {
  show: "Quién escribió qué",
  hide: "Ocultar quién escribió qué",
  showing: "Se ve quién escribió qué",
  close: "Ocultar",
  authors: "Quiénes escribieron aquí",
  only: (name) => `Solo lo que escribió ${name}`,
  wrote: (names) => `Escrito por ${names.join(", ")}`,
  since: (time) => `desde que te fuiste, ${time}`,
  nameless: "Sin nombre",
  unknown: "No se sabe",
  why: "Traído de fuera, o de antes de que arrancara el servidor: aquí nadie sabe quién lo escribió.",
  nothing: "Aún no hay nada escrito",
};
