/** The colours of text where no style sheet of ours is: in other programs, on white paper, ≥ 4.5 : 1. */

export const COLOURS: Record<string, string> = {
  gray: "#6b6963",
  brown: "#64473a",
  red: "#b3261e",
  orange: "#a34a06",
  yellow: "#7d6000",
  green: "#2f6b4f",
  blue: "#0b5f85",
  purple: "#6940a5",
  pink: "#ad1a72",
};

export const BACKGROUNDS: Record<string, string> = {
  gray: "#ebeced",
  brown: "#e9e5e3",
  red: "#fbe4e4",
  orange: "#f6e9d9",
  yellow: "#fbf3db",
  green: "#ddedea",
  blue: "#ddebf1",
  purple: "#eae4f2",
  pink: "#f4dfeb",
};
