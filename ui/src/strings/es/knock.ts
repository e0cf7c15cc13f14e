/** Who knocks, and who lets them in; fetched only then. */
import type { Said } from "..";
import type { knock as english } from "../en/knock";
import { DEVICES, people, plural, short } from "./numbers";

export const knock: Said<typeof english> = {
  title: "Esperando a que te dejen entrar",
  told: (host: string | null) =>
    `${host ?? "Quien organiza"} ya lo sabe. Deja abierta esta página: seguirá sola.`,
  /** Below one's own name. */
  seen: (host: string | null) => `esto es lo que ve ${host ?? "quien organiza"}`,
  change: "Cambiar",
  leave: "No esperar",
  fine: "Aún no hay nada del texto en este dispositivo.",
  notNow: (host: string | null) => `${host ?? "Quien organiza"} no puede dejarte entrar ahora`,
  later: "Dentro de poco podrás llamar otra vez.",
  again: "Llamar otra vez",
  againIn: (s: number) => `Llamar otra vez en ${short(s)}`,
  /** To a host. */
  door: "En la puerta",
  somebody: "Alguien",
  /** After a name. */
  wants: { edit: "quiere entrar", view: "quiere entrar, a leer" },
  wasOut: "Antes se le hizo salir",
  how: (device: string, way: "code" | "link", ago: number) =>
    `${DEVICES[device] ?? "Un dispositivo"} · con el ${way === "code" ? "código" : "enlace"} · ` +
    `hace ${short(ago)}`,
  more: (n: number) => `y ${n} más`,
  less: "Mostrar menos",
  /** At the door of another pad of this host. */
  elsewhere: (pad: string, n: number) =>
    `${people(n)} ${plural(n, { one: "quiere", other: "quieren" })} entrar en ${pad}.`,
  goThere: "Ir allí",
  notYet: "Ahora no",
  letIn: "Dejar entrar",
};
