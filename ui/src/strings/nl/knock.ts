/** Who knocks, and who lets them in; fetched only then. */
import type { Said } from "..";
import type { knock as english } from "../en/knock";
import { DEVICES, people, short } from "./numbers";

export const knock: Said<typeof english> = {
  title: "Wachten tot de host je binnenlaat",
  told: (host: string | null) =>
    `${host ?? "De host"} weet dat je er bent. Laat deze pagina open: het gaat vanzelf verder.`,
  /** Below one's own name. */
  seen: (host: string | null) => `dit ziet ${host ?? "de host"}`,
  change: "Wijzigen",
  leave: "Niet wachten",
  fine: "Van de tekst staat nog niets op dit apparaat.",
  notNow: (host: string | null) => `${host ?? "De host"} kan je nu niet binnenlaten`,
  later: "Je kunt straks weer aankloppen.",
  again: "Weer aankloppen",
  againIn: (s: number) => `Weer aankloppen over ${short(s)}`,
  /** To a host. */
  door: "Aan de deur",
  somebody: "Iemand",
  /** After a name. */
  wants: { edit: "wil naar binnen", view: "wil naar binnen, om te lezen" },
  wasOut: "Is eerder verwijderd",
  how: (device: string, way: "code" | "link", ago: number) =>
    `${DEVICES[device] ?? "Een apparaat"} · met de ${way} · ${short(ago)} geleden`,
  more: (n: number) => `en nog ${n}`,
  less: "Minder tonen",
  /** At the door of another pad of this host. */
  elsewhere: (pad: string, n: number) =>
    `${people(n)} ${n === 1 ? "wil" : "willen"} naar binnen bij ${pad}.`,
  goThere: "Erheen",
  notYet: "Nu niet",
  letIn: "Binnenlaten",
};
