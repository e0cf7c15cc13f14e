/** The colours of text where no style sheet of ours is: those of the light theme, since other programs write on white. */

export const COLOURS: Record<string, string> = {
  gray: "#5d5952",
  brown: "#74482f",
  red: "#a8201a",
  orange: "#8c4306",
  yellow: "#6f5200",
  green: "#1b6137",
  blue: "#14579c",
  purple: "#6339a6",
  pink: "#9c1c61",
};

export const BACKGROUNDS: Record<string, string> = {
  gray: "#edeae3",
  brown: "#f1e6dd",
  red: "#fbe6e3",
  orange: "#fbeadb",
  yellow: "#fbf0c4",
  green: "#e0f0e3",
  blue: "#e0edf9",
  purple: "#ede6f8",
  pink: "#fae5ef",
};
