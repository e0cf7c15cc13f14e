/** What a host decides about people; fetched only then. */

export const deciding = {
  everyone: "Everyone may write",
  everyoneHint: "Only hosts, and whom you let write.",
  menu: (name: string) => `What ${name} may do`,
  write: "Let write",
  read: "Read only",
  pass: "Pass the pencil",
  passHint: "In place of who had it. Hosts, and whom you let write, go on.",
  asks: (name: string, time: string) => `${name} has asked to write for ${time}`,
  makeHost: "Make host",
  takeHost: "Take back host",
  /** New links for hosts alone take a host's link back. */
  hostHint: "By a host's link anyone is host again, until you make new ones for hosts.",
  showOut: "Show out…",
  showOutHint: "Comes back only if you let them in.",
  /** The second question. */
  out: {
    title: (name: string) => `Show ${name} out?`,
    body: (devices: number) =>
      `${devices > 2 ? `All ${devices} devices leave` : devices === 2 ? "Both devices leave" : "They leave"} at once. ` +
      "They come back as themselves only if you let them in; who kept the code could come as somebody new, which new links end.",
    address: "Whoever is new from their address has to knock",
    now: "Show out",
    keep: "Let them stay",
  },
  isOut: (name: string) => `${name} is out.`,
  letIn: "Let in again",
} as const;
