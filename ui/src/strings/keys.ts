/** The names of the tools over the keyboard of a touch device. */
export const k = {
  label: "Line tools",
  tick: "Tick box",
  list: "List",
  heading: "Heading",
  bold: "Bold",
  italic: "Italic",
  underline: "Underline",
  strike: "Strike",
  code: "Code",
  mark: "Highlight",
  indent: "Indent",
  outdent: "Outdent",
  undo: "Undo",
  more: "More blocks",
  done: "Done",
} as const;
