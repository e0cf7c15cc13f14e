/** Who knocks, and who lets them in; fetched only then. */
import type { Said } from "..";
import type { knock as english } from "../en/knock";
import { DEVICES, people, plural, short } from "./numbers";

export const knock: Said<typeof english> = {
  title: "Esperando deixarem você entrar",
  told: (host: string | null) =>
    `${host ?? "Quem organiza"} já sabe. Deixe esta página aberta: ela segue sozinha.`,
  /** Below one's own name. */
  seen: (host: string | null) => `é isto que ${host ?? "quem organiza"} vê`,
  change: "Mudar",
  leave: "Não esperar",
  fine: "Nada do texto está neste dispositivo ainda.",
  notNow: (host: string | null) => `${host ?? "Quem organiza"} não pode deixar você entrar agora`,
  later: "Daqui a pouco você pode bater de novo.",
  again: "Bater de novo",
  againIn: (s: number) => `Bater de novo em ${short(s)}`,
  /** To a host. */
  door: "Na porta",
  somebody: "Alguém",
  /** After a name. */
  wants: { edit: "quer entrar", view: "quer entrar, para ler" },
  wasOut: "Teve que sair antes",
  how: (device: string, way: "code" | "link", ago: number) =>
    `${DEVICES[device] ?? "Um dispositivo"} · pelo ${way === "code" ? "código" : "link"} · ` +
    `há ${short(ago)}`,
  more: (n: number) => `e mais ${n}`,
  less: "Mostrar menos",
  /** At the door of another pad of this host. */
  elsewhere: (pad: string, n: number) =>
    `${people(n)} ${plural(n, { one: "quer", other: "querem" })} entrar em ${pad}.`,
  goThere: "Ir para lá",
  notYet: "Agora não",
  letIn: "Deixar entrar",
};
