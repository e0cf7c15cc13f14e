/** What a meeting came to, read from its text: boxes open and done, decisions, questions, and the days that are named. No guessing. */
import { isTable, isToggle, lettersOf, lineOf, type Inline, type PlainBlock } from "./blocks";

/** A line that counts. */
export interface Point {
  /** As it is written, without the word that marks it. */
  line: Inline[];
  words: string;
  /** Who is named in it, by `@`. */
  persons: string[];
}

export interface Digest {
  open: Point[];
  done: Point[];
  decided: Point[];
  questions: Point[];
}

/** Whoever is named: "@Jana", "@jana.k", but not the address in "j@example.org". */
const PERSON = /(?<![\p{L}\p{N}._-])@([\p{L}\p{N}](?:[\p{L}\p{N}._-]*[\p{L}\p{N}])?)/gu;

/** A line's mark at its beginning or its end: "!decision: ...", "… ?question". */
const MARKS = {
  decided: /^\s*!(?:decision|decided)\b[:,]?\s*|\s*!(?:decision|decided)\s*$/iu,
  questions: /^\s*\?question\b[:,]?\s*|\s*\?question\s*$/iu,
} as const;

const personsIn = (words: string): string[] => [
  ...new Set([...words.matchAll(PERSON)].map(([, name = ""]) => name)),
];

const pointOf = (line: Inline[]): Point => {
  const words = lettersOf(line).replace(/\s+/g, " ").trim();
  return { line, words, persons: personsIn(words) };
};

/** Takes the mark out of the run that holds it. */
function without(line: readonly Inline[], mark: RegExp): Inline[] {
  return line
    .map((part): Inline =>
      part.type === "text" ? { ...part, text: part.text.replace(mark, "") } : part,
    )
    .filter((part) => part.type !== "text" || part.text);
}

function read(block: PlainBlock, digest: Digest): void {
  const { type, content, props, children = [] } = block;
  if (type !== "codeBlock" && !isTable(content)) {
    const line = lineOf(block);
    const words = lettersOf(line);
    const kind = MARKS.decided.test(words)
      ? "decided"
      : MARKS.questions.test(words)
        ? "questions"
        : null;
    const point = pointOf(kind ? without(line, MARKS[kind]) : line);
    if (point.words && kind) digest[kind].push(point);
    if (point.words && type === "checkListItem" && kind !== "decided")
      digest[props?.checked ? "done" : "open"].push(point);
  }
  for (const child of children) read(child, digest);
}

export function digestOf(blocks: readonly PlainBlock[]): Digest {
  const digest: Digest = { open: [], done: [], decided: [], questions: [] };
  for (const block of blocks) read(block, digest);
  return digest;
}

export const isSilent = ({ open, done, decided, questions }: Digest): boolean =>
  open.length + done.length + decided.length + questions.length === 0;

/** What the first title of a text says, or `null`. */
export function titleOf(blocks: readonly PlainBlock[]): string | null {
  const title = blocks.find(
    (block) =>
      block.type === "heading" && block.props?.level === 1 && lettersOf(lineOf(block)).trim(),
  );
  return title ? lettersOf(lineOf(title)).trim() : null;
}

/** What stands above the digest's lists, and its words. */
export interface DigestHead {
  title: string;
  /** "14:02 to 14:50 · Anna, Milo" */
  under: string;
  heads: Record<keyof Digest, (n: number) => string>;
}

const heading = (level: number, text: string): PlainBlock => ({
  type: "heading",
  props: { level },
  content: [{ type: "text", text, styles: {} }],
});

/** The digest as blocks. */
export function digestBlocks(digest: Digest, { title, under, heads }: DigestHead): PlainBlock[] {
  const part = (kind: keyof Digest, type: string, checked?: boolean): PlainBlock[] =>
    digest[kind].length === 0
      ? []
      : [
          heading(3, heads[kind](digest[kind].length)),
          ...digest[kind].map(({ line }) => ({
            type,
            props: checked === undefined ? {} : { checked },
            content: line,
          })),
        ];
  return [
    heading(1, title),
    {
      type: "paragraph",
      props: { textColor: "gray" },
      content: [{ type: "text", text: under, styles: {} }],
    },
    ...part("open", "checkListItem", false),
    ...part("done", "checkListItem", true),
    ...part("decided", "bulletListItem"),
    ...part("questions", "bulletListItem"),
  ];
}

/** The text under its digest: a title that both begin with stands once. */
export function withDigest(
  blocks: readonly PlainBlock[],
  digest: readonly PlainBlock[],
): PlainBlock[] {
  const [first, ...rest] = blocks;
  const same =
    first?.type === "heading" &&
    !isToggle(first) &&
    !first.children?.length &&
    lettersOf(lineOf(first)).trim() === lettersOf(lineOf(digest[0] ?? {})).trim();
  return [...digest, { type: "divider", props: {} }, ...(same ? rest : blocks)];
}
