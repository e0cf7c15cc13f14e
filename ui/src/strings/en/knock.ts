/** Who knocks, and who lets them in; fetched only then. */
import { DEVICES, people, short } from "./numbers";

export const knock = {
  title: "Waiting for the host to let you in",
  told: (host: string | null) =>
    `${host ?? "The host"} has been told. Leave this page open: it goes on by itself.`,
  /** Below one's own name. */
  seen: (host: string | null) => `this is what ${host ?? "the host"} sees`,
  change: "Change",
  leave: "Don’t wait",
  fine: "None of the text is on this device yet.",
  notNow: (host: string | null) => `${host ?? "The host"} can’t let you in now`,
  later: "You can knock again soon.",
  again: "Knock again",
  againIn: (s: number) => `Knock again in ${short(s)}`,
  /** To a host. */
  door: "At the door",
  somebody: "Somebody",
  /** After a name. */
  wants: { edit: "wants to come in", view: "wants to come in, to read" },
  wasOut: "Was shown out before",
  how: (device: string, way: "code" | "link", ago: number) =>
    `${DEVICES[device] ?? "A device"} · by the ${way} · ${short(ago)} ago`,
  more: (n: number) => `and ${n} more`,
  less: "Show less",
  /** At the door of another pad of this host. */
  elsewhere: (pad: string, n: number) =>
    `${people(n)} ${n === 1 ? "wants" : "want"} to come into ${pad}.`,
  goThere: "Go there",
  notYet: "Not now",
  letIn: "Let in",
} as const;
