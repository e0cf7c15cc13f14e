/** What a phone shows below the text. Apart from the others, because only phones load it. */
export const companion = {
  label: "Add to the pad",
  line: "Add a line",
  send: "Send the line",
  where: (name: string) => `A line at the end, as ${name}`,
  later: (name: string) => `Sent when the connection is back, as ${name}`,
  away: "The text is not here yet. Try again in a moment.",
  unsent: "Not sent: you can read here now",
  photo: "Photo",
  tick: "Tick",
  undo: "Undo",
  follow: "Follow",
  boxes: "Tick boxes of this pad",
  noBoxes: "There is no tick box in this pad yet.",
  noWords: "(no words)",
} as const;
