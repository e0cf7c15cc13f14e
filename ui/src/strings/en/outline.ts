/** The outline of a text, and how long it is. */
const number = (n: number) => n.toLocaleString("en-GB");

export const outline = {
  title: "Outline",
  headings: "Headings",
  none: "No headings yet. They will be listed here as they are written.",
  done: (done: number, of: number) => `${done} of ${of} done`,
  words: (n: number) => (n === 1 ? "1 word" : `${number(n)} words`),
  length: (minutes: number, letters: number) =>
    `${minutes === 1 ? "1 minute" : `${number(minutes)} minutes`} to read · ` +
    (letters === 1 ? "1 letter" : `${number(letters)} letters`),
  empty: "Nothing is written yet.",
} as const;
