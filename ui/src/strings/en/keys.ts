/** The list of all keys. */
export const keys = {
  title: "Keyboard shortcuts",
  page: "The page",
  lines: "Lines, one or all that are selected",
  typed: "Typed at the start of a line",
  sheet: "This list",
  redo: "Redo",
  tick: "Tick a box",
  breaks: "New line in the same block",
  leave: "Leave the text",
} as const;
