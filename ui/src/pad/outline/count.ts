/** How long a text is. A line is counted once, and anew only when it has changed. */
import type { Node } from "@tiptap/pm/model";
import { lettersIn } from "../find/letters";

export interface Length {
  words: number;
  /** As people see them, without the spaces. */
  letters: number;
}

const SPACE = /\s/g;
/** How many words people read in a minute. */
const WORDS_A_MINUTE = 220;

const segmenter = "Segmenter" in Intl ? new Intl.Segmenter("und", { granularity: "word" }) : null;

/** Also where no spaces are written between words. */
function wordsIn(text: string): number {
  if (!segmenter) return text.match(/\S+/g)?.length ?? 0;
  let words = 0;
  for (const { isWordLike } of segmenter.segment(text)) if (isWordLike) words += 1;
  return words;
}

export const lengthOf = (text: string): Length => ({
  words: wordsIn(text),
  letters: lettersIn(text.replace(SPACE, "")).length,
});

/** Counts texts, each line of them by `count`. */
export function counter(count: (line: string) => Length = lengthOf): (doc: Node) => Length {
  const known = new WeakMap<Node, Length>(); // a node never changes: another stands in its place
  return (doc) => {
    const all = { words: 0, letters: 0 };
    doc.descendants((node) => {
      if (!node.isTextblock) return true;
      const line = known.get(node) ?? count(node.textBetween(0, node.content.size, " ", " "));
      known.set(node, line);
      all.words += line.words;
      all.letters += line.letters;
      return false;
    });
    return all;
  };
}

/** At least one. */
export const minutesToRead = (words: number): number =>
  Math.max(1, Math.round(words / WORDS_A_MINUTE));
