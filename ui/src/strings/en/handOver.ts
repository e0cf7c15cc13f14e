/** What a host reads who hands the pad over to another computer; fetched only then. */

export const handOver = {
  title: "Hand over",
  lead: "You have to leave with this computer? Run this at another one in the room, which has Fadepad:",
  copy: "Copy the command",
  copied: "Copied. Run it at the other computer.",
  cantCopy: "Your browser does not copy here. Mark the command and copy it by hand.",
  after:
    "Text, code, links and time go along. Everyone’s page follows by itself, the wall too. Then all of it is erased on this " +
    "computer, and you may leave.",
  secret: "Whoever has this command is a host of the pad: give it to nobody else.",
} as const;
