/** After the end, and after leaving. */
import type { Said } from "..";
import type { ended as english, left as englishLeft } from "../en/ended";
import { inWords, las } from "./numbers";

export const left: Said<typeof englishLeft> = {
  title: "Has salido",
  body: "En esta página ya no queda texto. Mientras el pad viva, puedes volver.",
  back: "Volver al pad",
};

export const ended: Said<typeof english> = {
  title: "Este pad se ha desvanecido",
  faded: (time: string, ttl: number) =>
    `Terminó a ${las(time)}, ${inWords(ttl)} después de que saliera la última persona.`,
  fadedPlain: "Terminó un tiempo después de que saliera la última persona.",
  host: (time: string) => `Terminó a ${las(time)}, por decisión de quien organiza.`,
  hostPlain: "Terminó por decisión de quien organiza.",
  stop: (time: string) =>
    `Terminó a ${las(time)}, al cerrarse el programa en el equipo de quien organiza.`,
  stopPlain: "Terminó al cerrarse el programa en el equipo de quien organiza.",
  announced: (time: string) => `Terminó a ${las(time)}, como fijó quien organiza.`,
  announcedPlain: "Terminó a la hora que fijó quien organiza.",
  maxLifetime: (time: string) => `Terminó a ${las(time)}, al cumplirse su tiempo máximo.`,
  afresh: (time: string) =>
    `Empezó de nuevo a ${las(time)}, por decisión de quien organiza. ` +
    "Sigue vivo: escanea otra vez su código o pide el enlace nuevo.",
  afreshPlain:
    "Empezó de nuevo por decisión de quien organiza. " +
    "Sigue vivo: escanea otra vez su código o pide el enlace nuevo.",
  handedOn: (time: string) => `Pasó a otro equipo a ${las(time)}.`,
  handedOnPlain: "Sigue en otro equipo.",
  at: (time: string) => `Terminó a ${las(time)}.`,
  plain: "Su texto se ha borrado de la memoria, y Fadepad no lo puede recuperar.",
  slept: "Este dispositivo no tenía conexión entonces. Después del final no se envió nada.",
  held: "Aún tienes una copia",
  heldLead: "Esta página tiene el texto como lo viste por última vez. Se va al cerrarla.",
  anew: "Empezar un pad nuevo con ella",
  anewFailed: "No se ha podido abrir el pad nuevo. Tu copia sigue aquí.",
  keep: "Guardar un archivo",
  page: "Guardar una página web",
  forget: "Olvidarla",
  dropped: "En esta página ya no queda texto.",
  receipt: "Recibo",
  erased: "Borrado de la memoria",
  told: "Personas avisadas",
  copies: "Copias descartadas por sus navegadores",
  files: "Archivos guardados al terminar",
  filesKept: (n: number) => `${n}, en el equipo de quien organiza`,
  honest: "Quien lo tuvo abierto puede haber guardado copias.",
  nobody: "no había nadie",
  nOf: (n: number, of: number) => `${n} de ${of}`,
  stands:
    "Su código sigue valiendo: quien lo escanee abre un pad nuevo y vacío, y esta página va allí.",
  again: (pad: string) => `${pad} vuelve a vivir, vacío.`,
  goThere: "Ir allí",
  newPad: "Pad nuevo",
  start: "Escribir otro código",
};
