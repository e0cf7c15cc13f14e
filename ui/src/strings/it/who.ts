/** Italian: who wrote what, shown beside the text on demand. */
import type { Said } from "..";
import type { who as english } from "../en/who";

export const who: Said<typeof english> = {
  show: "Chi ha scritto cosa",
  hide: "Nascondi chi ha scritto cosa",
  showing: "Si vede chi ha scritto cosa",
  close: "Nascondi",
  authors: "Chi ha scritto qui",
  only: (name) => `Solo ciò che ha scritto ${name}`,
  wrote: (names) => `Scritto da ${names.join(", ")}`,
  since: (time) => `da quando non ci sei, ${time}`,
  nameless: "Senza nome",
  unknown: "Non si sa",
  why: "Portato da fuori, o di prima dell’avvio del server: qui nessuno sa chi l’ha scritto.",
  nothing: "Non c’è ancora scritto nulla",
};
