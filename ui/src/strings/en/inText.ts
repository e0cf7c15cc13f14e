/** What the text says without its menus. Apart from those, which come after it. */
export const inText = {
  keys:
    "Alt and F10 lead to the tools, Shift and F10 to the menu of the line, in a table also of its row " +
    "and its column; Escape, then Tab, leaves the text.",
  callouts: {
    note: "Note",
    tip: "Tip",
    important: "Important",
    warning: "Warning",
    caution: "Caution",
  },
  colour: "Colour",
  grey: "Grey",
} as const;
