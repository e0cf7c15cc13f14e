/** What a host reads who starts a pad afresh; fetched only then. */

export const afresh = {
  open: "Start afresh…",
  title: "Start afresh",
  what: "The text stays. What was deleted is gone.",
  whatOf:
    "The pad goes on with the text as you see it now. Its history, and all that was deleted, is erased. Code and links become " +
    "other ones. Everyone here goes along by themselves, but not who was shown out.",
  begin: "Start afresh",
  keep: "Not now",
  away: "There is no connection. It can be done when that is back.",
  busy: "Starting afresh…",
  failed: "It was not done. Try again.",
} as const;
