/**
 * Whether a plain text is clearly Markdown. In doubt it is not: words that stay as they are hurt nobody.
 * A paste may be long, so the time that a pattern takes must grow with the length alone: where one can begin at many places, it
 * stops before the next of them instead of reading to the end each time.
 */
import { hasFoot, withFoot } from "../../forms/markdown/foot";

/** Each is enough alone. */
const SURE = [
  /(^|\s)\*\*[\p{L}\p{N}]([^*\n]*[\p{L}\p{N}.!?:)%])?\*\*(?=$|[\s.,;:!?)])/mu, // bold words
  /^<details>[ \t]*\n<summary>/m,
];

/** A link or a picture, as far as its address goes; what closes it comes as a group, so that no address is read twice. */
const LINK = /\[[^[\]\n]*\]\((?:https?:|mailto:)[^)\s]+(?=((?: "[^"\n]*")?\))?)/g;

function hasLink(text: string): boolean {
  for (const [, end] of text.matchAll(LINK)) if (end) return true;
  return false;
}

/** The line under a table's head. */
function isUnderHead(line: string): boolean {
  if (!/^[ \t|:-]+$/.test(line)) return false;
  const [first = "", ...others] = line.trim().replace(/^\|/, "").split("|");
  if (others.at(-1)?.trim() === "") others.pop();
  else if (others.length === 0) return false;
  return [first, ...others].every((cell) => /^:?-{3,}:?$/.test(cell.trim()));
}

const hasTable = (lines: readonly string[]): boolean =>
  lines.some((line, i) => i > 0 && isUnderHead(line) && lines[i - 1]?.includes("|"));

/** Code between fences of one kind, with a line in it. */
function hasFence(lines: readonly string[]): boolean {
  const opened = new Map<string, number>();
  return lines.some((line, i) => {
    const [, fence, rest = ""] = /^ {0,3}(```|~~~)([^`]*)$/.exec(line) ?? [];
    if (!fence) return false;
    const from = opened.get(fence);
    if (from === undefined) opened.set(fence, i);
    return from !== undefined && from < i - 1 && !rest.trim();
  });
}

/** What a program's text has, and a person's seldom. */
const CODE = [
  /[;{}]\s*$/,
  /^\s*(import|from|def|class|fn|let|const|var|export|return|sudo|apt|echo|cd|set|if|for|while|function|#include|#!|\$|>>>)\b|^#!/,
  /^\s*[\w.-]+\s*=\s*\S/,
];
const isCode = (line: string): boolean => CODE.some((sign) => sign.test(line));

const ITEM = /^(\s*)([-*+]|\d{1,3}[.)])\s+\S/;

/** Every line an item, one kind of sign for each depth; numbers that a list would not give them are somebody's own. */
function isList(lines: readonly string[]): boolean {
  if (lines.length < 2) return false;
  const signs = new Map<string, string>();
  return lines.every((line) => {
    const [, indent = "", sign = ""] = ITEM.exec(line) ?? [];
    const before = signs.get(indent);
    for (const other of signs.keys()) if (other.length > indent.length) signs.delete(other);
    signs.set(indent, sign);
    return sign !== "" && (before === undefined || before === sign || follows(before, sign));
  });
}

/** "3." and "4." */
const follows = (before: string, sign: string): boolean =>
  /^\d/.test(before) &&
  Number.parseInt(sign, 10) === Number.parseInt(before, 10) + 1 &&
  before.at(-1) === sign.at(-1);

/** A line of its own with a tick box: its indent, its tick, its words. */
const BOX = /^([ \t]*)[-*+] \[([ xX])\] (\S.*)$/;
/** What begins a block of Markdown, or goes on in an item. */
const BEGINS = /^(?: {0,3}(?:[-*+]|\d{1,9}[.)])\s| {2}|\t| {0,3}(?:#{1,6} |>|```|~~~|\|))/;
/** What begins or ends a block of HTML in it. */
const TAG = /^ {0,3}<\/?(?:details|summary|table|thead|tbody|tr|t[dh]|p|div|[uo]l|li|img|pre)\b/i;

/** Markdown would make one line of several that stand below each other. */
const isGlued = (all: readonly string[]): boolean =>
  all.some((line, i) => {
    const before = all[i - 1] ?? "";
    return (
      before.trim() !== "" &&
      line.trim() !== "" &&
      !BEGINS.test(line) &&
      !TAG.test(line) &&
      !/(\\| {2})$/.test(before)
    );
  });

/** The tick box of a line, which is one also where the text around it is no Markdown. */
export const boxIn = (line: string): { indent: number; done: boolean; words: string } | null => {
  const [, indent = "", tick = "", words = ""] = BOX.exec(line) ?? [];
  return words ? { indent: indent.length, done: tick !== " ", words } : null;
};

const hasBoxes = (all: readonly string[]): boolean =>
  all.some((line) => BOX.test(line)) && !isGlued(all);

/** A title on the first line and words under it, after an empty line. */
function hasTitle(lines: readonly string[]): boolean {
  const first = lines.findIndex((line) => line.trim());
  const [title = "", gap = "", ...others] = first < 0 ? [] : lines.slice(first);
  return /^\s*# \S/.test(title) && !gap.trim() && others.some((line) => line.trim());
}

/** A title, or further headings, and no line of a program, whose remarks look the same. */
const hasHeadings = (text: string, lines: readonly string[]): boolean =>
  (hasTitle(lines) || /^ {0,3}#{2,6} \S/m.test(text)) && !lines.some(isCode);

const isQuote = (lines: readonly string[]): boolean =>
  lines.length > 1 &&
  lines.every((line) => /^>(?!>)/.test(line)) &&
  lines.some((line) => /^> \S/.test(line));

export function isClearlyMarkdown(text: string): boolean {
  const whole = text.replace(/\r\n?/g, "\n");
  if (hasFoot(whole)) return true;
  if (/^#!|^(diff --git|--- a\/|\+\+\+ b\/|@@ -)/m.test(whole)) return false; // a script, a patch
  if (hasLink(whole) || SURE.some((sign) => sign.test(whole))) return true;
  const all = whole.split("\n");
  const lines = all.filter((line) => line.trim());
  return (
    hasBoxes(all) ||
    hasFence(all) ||
    hasTable(all) ||
    isList(lines) ||
    hasHeadings(whole, all) ||
    isQuote(lines)
  );
}

/** Markdown as the file that is kept. One that would be taken for words has a foot, so that its text comes back equal too. */
export const keptFile = (markdown: string, foot: string): string =>
  isClearlyMarkdown(markdown) || !markdown.trim() ? markdown : withFoot(markdown, foot);
