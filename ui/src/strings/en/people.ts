/** Who is here. */
import { people as count } from "./numbers";

export const people = {
  title: "People here",
  open: (n: number) => `${count(n)} here`,
  you: "you",
  roles: { host: "host", edit: "writes", view: "reads" },
  named: (name: string, host: boolean) => (host ? `${name} (host)` : name),
  pencil: "has the pencil",
  devices: (n: number) => `${n} devices`,
  more: (n: number) => `+${n}`,
  change: "Change name or colour",
  device: "Use another device too",
  nameless: "Someone",
} as const;
