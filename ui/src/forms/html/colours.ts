/**
 * The nine colours of text, by the names that stand in it. Their values are those where no style sheet of ours is: the light
 * theme's, since other programs write on white. `theme.css` has the same ones, and a test holds them together.
 */

const TEXT = {
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

export type Colour = keyof typeof TEXT;
export const NAMES = Object.keys(TEXT) as Colour[];

const BACK: typeof TEXT = {
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

/** Whatever else stands in a text is no colour. */
export const COLOURS: Readonly<Record<string, string>> = TEXT;
export const BACKGROUNDS: Readonly<Record<string, string>> = BACK;
