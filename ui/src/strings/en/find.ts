/** The bar that finds words in the text, and puts others in their place. */
export const find = {
  label: "Find",
  words: "Find in the text",
  count: (at: number, of: number) => `${at} of ${of}`,
  none: "Nothing found",
  before: "The match before",
  next: "The next match",
  replacement: "Replace with",
  replacing: "Replace it with other words",
  replace: "Replace",
  all: (n: number) => `All ${n}`,
  allTold: (n: number) => `Replace all ${n}`,
  replaced: (n: number) => `${n} replaced`,
} as const;
