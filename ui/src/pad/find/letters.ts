/** Where words stand among letters: large and small ones are the same, accents are not, and no letter is found in part. */

/** `[from, to)` in UTF-16 units. */
export type Span = readonly [from: number, to: number];
/** All places of what it looks for, in order and apart from each other. */
export type Finder = (letters: string) => Span[];

/** Signs of which several may be one letter, as people see it: marks, skin tones, flags, joined emoji, Korean by its parts. */
const JOINED = /[\p{M}\p{EMod}\p{RI}\u200d\u1100-\u11ff]/u;
const NARROW = /[\u00a0\u202f]/g;

const segmenter = "Segmenter" in Intl ? new Intl.Segmenter("und") : null;

/** The letters as people count them. */
export const lettersIn = (text: string): string[] =>
  segmenter && JOINED.test(text)
    ? Array.from(segmenter.segment(text), ({ segment }) => segment)
    : Array.from(text);

/** In the one form in which letters are compared: ẞ, ß and ss, or σ and ς, are as good as one another. */
const fold = (text: string): string =>
  text
    .normalize("NFC")
    .toLowerCase()
    .toUpperCase()
    .toLowerCase()
    .replaceAll("ς", "σ")
    .replace(NARROW, " ");

interface Folded {
  text: string;
  /** Where the letter begins that gave a unit of it, and last where all ends; -1 within a letter. `null`: it is where it was. */
  starts: number[] | null;
}

function folded(letters: string): Folded {
  const text = fold(letters);
  // each sign becomes one as long or longer, so the same length says that all are in their places
  if (!JOINED.test(letters) && text.length === letters.length) return { text, starts: null };
  const starts: number[] = [];
  let [all, at] = ["", 0];
  for (const letter of lettersIn(letters)) {
    const one = fold(letter);
    for (let i = 0; i < one.length; i++) starts.push(i === 0 ? at : -1);
    all += one;
    at += letter.length;
  }
  return { text: all, starts: [...starts, at] };
}

/** `null`: nothing is looked for. */
export function finderOf(words: string): Finder | null {
  if (words === "") return null;
  const wanted = folded(words).text;
  return (letters) => {
    if (letters === "") return [];
    const { text, starts } = folded(letters);
    const spans: Span[] = [];
    for (let at = text.indexOf(wanted); at >= 0;) {
      const [from, to] = [at, at + wanted.length].map((unit) => (starts ? starts[unit] : unit));
      const isWhole = from !== undefined && to !== undefined && from >= 0 && to >= 0;
      if (isWhole) spans.push([from, to]);
      at = text.indexOf(wanted, isWhole ? at + wanted.length : at + 1);
    }
    return spans;
  };
}
