/** Every sentence on the host's page. Apart from the others, because only a host's browser loads it. */
import type { Said } from "..";
import type { host as english } from "../en/host";
import { afterwards } from "./ending";
import { long, people, plural } from "./numbers";

/** What those who are here get before the end. */
function offered(n: number, lastCall: number | null): string {
  if (n === 0 || lastCall === null) return "";
  return lastCall === 0
    ? " No se ofrece copia a nadie."
    : ` Se ofrece una copia a cada persona durante ${long(lastCall)}, o hasta que respondan todas.`;
}

const want = (n: number) => plural(n, { one: "quiere", other: "quieren" });

export const host: Said<typeof english> = {
  title: "Pads de este equipo",
  newPad: "Pad nuevo",
  asking: "Buscando tus pads…",
  empty: "Aquí no hay ningún pad abierto.",
  away: "No hay conexión con Fadepad. Lo que ves aquí puede haber cambiado.",
  failed: "No ha funcionado. Prueba de nuevo en un momento.",
  nobody: "no hay nadie",
  elsewhere: "empezado en otro sitio",
  knocks: (n: number) => `${people(n)} ${want(n)} entrar`,
  letIn: "Responder",
  letInOne: (pad: string) => `Responder a quien quiere entrar en ${pad}`,
  keep: "Mantener",
  keepOne: (pad: string) => `Mantener: ${pad}`,
  more: (pad: string) => `Más sobre ${pad}`,
  open: "Abrir",
  rename: "Cambiar nombre…",
  renameTitle: (pad: string) => `Cambiar el nombre de ${pad}`,
  renameLabel: "Lo que leen todos",
  renameHint: "El enlace y el código no cambian. Déjalo vacío para usar el nombre original.",
  renameDone: "Cambiar",
  join: "Entrar en otro pad",
  foot: (saves: boolean) =>
    saves
      ? "El texto se guarda en la memoria y, cuando su pad termina, en archivos de este equipo. " +
        "Al cerrar Fadepad terminan todos los pads."
      : "El texto se guarda solo en la memoria. Al cerrar Fadepad terminan todos los pads de aquí.",
  endTitle: (pad: string) => `¿Terminar ${pad} para todos?`,
  /** `lastCall`: how long everyone is offered a copy (seconds); `null` before it is known. */
  endBody: (n: number, lastCall: number | null, saves: boolean) =>
    `${n === 0 ? "No hay nadie aquí." : `Hay ${people(n)} aquí.`}${offered(n, lastCall)} ` +
    `Después su texto se borra de la memoria y de las páginas que lo muestran${afterwards(saves)}` +
    (saves ? "" : " Si quieres una copia, ábrelo antes."),
};
