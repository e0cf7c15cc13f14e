/** Who knocks, and who lets them in; fetched only then. */
import type { Said } from "..";
import type { knock as english } from "../en/knock";
import { DEVICES, people, short } from "./numbers";

export const knock: Said<typeof english> = {
  title: "Warten, bis der Host Sie hereinlässt",
  told: (host: string | null) =>
    `${host ?? "Der Host"} weiß Bescheid. Diese Seite einfach offen lassen: Es geht von selbst weiter.`,
  /** Below one's own name. */
  seen: (host: string | null) => `das sieht ${host ?? "der Host"}`,
  change: "Ändern",
  leave: "Nicht warten",
  fine: "Vom Text ist noch nichts auf diesem Gerät.",
  notNow: (host: string | null) => `${host ?? "Der Host"} kann Sie gerade nicht hereinlassen`,
  later: "Sie können bald wieder anklopfen.",
  again: "Wieder anklopfen",
  againIn: (s: number) => `Wieder anklopfen in ${short(s)}`,
  /** To a host. */
  door: "An der Tür",
  somebody: "Jemand",
  /** After a name. */
  wants: { edit: "möchte herein", view: "möchte herein, zum Lesen" },
  wasOut: "Wurde schon einmal hinausgebeten",
  how: (device: string, way: "code" | "link", ago: number) =>
    `${DEVICES[device] ?? "Ein Gerät"} · per ${way === "code" ? "Code" : "Link"} · vor ${short(ago)}`,
  more: (n: number) => `und ${n} weitere`,
  less: "Weniger zeigen",
  /** At the door of another pad of this host. */
  elsewhere: (pad: string, n: number) =>
    `${people(n)} ${n === 1 ? "möchte" : "möchten"} in ${pad} herein.`,
  goThere: "Dorthin",
  notYet: "Jetzt nicht",
  letIn: "Hereinlassen",
};
