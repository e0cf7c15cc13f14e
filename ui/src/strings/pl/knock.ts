/** Who knocks, and who lets them in; fetched only then. */
import type { Said } from "..";
import type { knock as english } from "../en/knock";
import { DEVICES, people, short, want } from "./numbers";

export const knock: Said<typeof english> = {
  title: "Czekasz, aż ktoś cię wpuści",
  told: (host: string | null) =>
    `${host ?? "Osoba prowadząca"} już o tym wie. Zostaw tę stronę otwartą, sama przejdzie dalej.`,
  /** Below one's own name. */
  seen: (host: string | null) => `to widzi ${host ?? "osoba prowadząca"}`,
  change: "Zmień",
  leave: "Nie czekam",
  fine: "Na tym urządzeniu nie ma jeszcze żadnego fragmentu tekstu.",
  notNow: (host: string | null) => `${host ?? "Osoba prowadząca"} nie może cię teraz wpuścić`,
  later: "Niedługo możesz zapukać ponownie.",
  again: "Zapukaj ponownie",
  againIn: (s: number) => `Zapukaj ponownie za ${short(s)}`,
  /** To a host. */
  door: "Przy drzwiach",
  somebody: "Ktoś",
  /** After a name. */
  wants: { edit: "chce wejść", view: "chce wejść i czytać" },
  wasOut: "Ta osoba była już wyproszona",
  how: (device: string, way: "code" | "link", ago: number) =>
    `${DEVICES[device] ?? "Urządzenie"} · ${way === "code" ? "z kodem" : "z linkiem"} · ` +
    `${short(ago)} temu`,
  more: (n: number) => `i jeszcze ${n}`,
  less: "Pokaż mniej",
  /** At the door of another pad of this host. */
  elsewhere: (pad: string, n: number) => `${pad}: ${people(n)} ${want(n)} wejść.`,
  goThere: "Przejdź tam",
  notYet: "Nie teraz",
  letIn: "Wpuść",
};
