/** What a host reads who makes new links; fetched only then. */

const WHAT = { edit: "writing", view: "reading", host: "hosts" } as const;
type Role = keyof typeof WHAT;

export const newLinks = {
  open: "New links…",
  title: "New links",
  what: "The ones given out so far stop working.",
  which: "Which links",
  of: { edit: "For writing", view: "For reading", host: "For hosts" },
  /** What becomes of whom. */
  whatOf: {
    edit:
      "Everyone who came by the old link or code has to scan again. The code becomes another one, " +
      "here and on the wall.",
    view: "Everyone who came by the old link for reading needs the new one. The code stays.",
    host:
      "Everyone who hosts by the host’s link needs the new one, but not you, nor whom you made host in this list. " +
      "The new one is in the address of this page.",
  },
  /** The door is closed: nobody who is out comes back. */
  closed: "The door is closed: nobody of them comes back in before you open it.",
  make: "Make new ones",
  keep: "Keep the old",
  away: "There is no connection. It can be done when that is back.",
  made: (role: Role, by: string | null) =>
    by
      ? `${by} has made new ones for ${WHAT[role]}. The old ones open nothing.`
      : `There are new ones for ${WHAT[role]}. The old ones open nothing.`,
} as const;
