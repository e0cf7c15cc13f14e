/** What people read while their pad goes over to another machine; fetched only then. */
import type { Said } from "..";
import type { moved as english } from "../en/moved";

export const moved: Said<typeof english> = {
  going: "Este pad sigue en otro equipo. Esta página pasa allí en cuanto hagas una pausa.",
  looking: "Este pad sigue en otro equipo. Esta página va de camino.",
  unreached: (at: string) =>
    `Este pad sigue en ${at}. Este dispositivo aún no llega allí: escribe esa dirección en el navegador. ` +
    "Lo que escribes aquí todavía llega.",
  go: "Ir allí",
  title: "Este pad sigue en otro lugar",
  there: (at: string) => `Ahora está en ${at}. Esta página va allí sola.`,
  type: (at: string) =>
    `Ahora está en ${at}, y este dispositivo aún no llega allí. ` +
    "Conéctate a la red de ese equipo y escribe esa dirección en el navegador.",
  erased: "En el equipo donde estaba, su texto se ha borrado.",
  words: "Algunas de tus palabras ya no llegaron. Siguen en esta página.",
};
