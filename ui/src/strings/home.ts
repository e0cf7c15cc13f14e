/** Every sentence on the host's page. Apart from the others, because only a host's browser loads it. */
export const h = {
  title: "Pads on this computer",
  newPad: "New pad",
  asking: "Looking for your pads…",
  empty: "No pad is open here.",
  away: "Fadepad can’t be reached. What you see here may have changed.",
  failed: "That did not work. Try again in a moment.",
  nobody: "nobody here",
  elsewhere: "begun in another browser",
  keep: "Keep alive",
  keepOne: (pad: string) => `Keep alive: ${pad}`,
  more: (pad: string) => `More for ${pad}`,
  open: "Open",
  join: "Join another pad",
  foot: "Text is kept in memory only. When Fadepad quits, all pads here end.",
  endTitle: (pad: string) => `End ${pad} for everyone?`,
  endBody: (n: number) =>
    `${n === 0 ? "Nobody is here." : n === 1 ? "1 person is here." : `${n} people are here.`} Its text is wiped from memory and from the pages that show it, and Fadepad can’t bring it back. To keep a copy, open it first.`,
} as const;
