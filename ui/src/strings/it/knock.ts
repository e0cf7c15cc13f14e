/** Who knocks, and who lets them in; fetched only then. */
import type { Said } from "..";
import type { knock as english } from "../en/knock";
import { DEVICES, people, short } from "./numbers";

export const knock: Said<typeof english> = {
  title: "In attesa che l’host ti apra",
  told: (host: string | null) =>
    `${host ?? "L’host"} sa che sei qui. Lascia aperta questa pagina: va avanti da sola.`,
  /** Below one's own name. */
  seen: (host: string | null) => `${host ?? "l’host"} vede questo`,
  change: "Cambia",
  leave: "Non aspettare",
  fine: "Del testo non c’è ancora nulla su questo dispositivo.",
  notNow: (host: string | null) => `${host ?? "L’host"} ora non può farti entrare`,
  later: "Tra poco potrai bussare di nuovo.",
  again: "Bussa di nuovo",
  againIn: (s: number) => `Bussa di nuovo tra ${short(s)}`,
  /** To a host. */
  door: "Alla porta",
  somebody: "Qualcuno",
  /** After a name. */
  wants: { edit: "vuole entrare", view: "vuole entrare, per leggere" },
  wasOut: "Ha già dovuto uscire una volta",
  how: (device: string, way: "code" | "link", ago: number) =>
    `${DEVICES[device] ?? "Un dispositivo"} · con il ${way === "code" ? "codice" : "link"} · ${short(ago)} fa`,
  more: (n: number) => (n === 1 ? "e un’altra persona" : `e altre ${n}`),
  less: "Mostra meno",
  /** At the door of another pad of this host. */
  elsewhere: (pad: string, n: number) =>
    `${people(n)} ${n === 1 ? "vuole" : "vogliono"} entrare in ${pad}.`,
  goThere: "Vai lì",
  notYet: "Non ora",
  letIn: "Fai entrare",
};
