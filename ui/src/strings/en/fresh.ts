/** The page of a new pad; fetched only then. */
import { long } from "./numbers";

export const fresh = {
  title: "New pad",
  lead: "It lives while someone is here.",
  lives: (ttl: number) => `It lives while someone is here, and then ${long(ttl)}.`,
  unkept: "Nothing of it is stored.",
  unread: (said: readonly string[]) =>
    `The link says ${said.join(", ")}, which can’t be read. The pad is as usual there.`,
  kept: "The host’s machine keeps a copy when it ends.",
  label: "Name, if you like",
  hint: "Small letters, digits, - and _",
  create: "Open the pad",
  withFile: "Begin with a file…",
  beginsWith: (file: string) => `It begins with ${file}.`,
  without: "Without the file",
  taken: "A pad with this name is alive. Choose another name.",
  hostOnly: "Only the host can open a new pad here.",
  badName: "Use small letters, digits, - and _, at most 64.",
} as const;
