/** Whether a plain text is clearly Markdown. In doubt it is not: words that stay as they are hurt nobody. */

/** Each is enough alone. */
const SURE = [
  /^ {0,3}(```|~~~)[^\n`]*\n[\s\S]*?\n {0,3}\1[ \t]*$/m, // fenced code
  /^ *\|?.*\|.*\n *\|?(\s*:?-{3,}:?\s*\|)+\s*(:?-{3,}:?)?\s*$/m, // a table with the line under its head
  /^\s*[-*+] \[[ xX]\] \S/m, // a tick box
  /!?\[[^\]\n]*\]\((https?:|mailto:)[^)\s]+( "[^"\n]*")?\)/, // a link or a picture
  /(^|\s)\*\*[\p{L}\p{N}]([^*\n]*[\p{L}\p{N}.!?:)%])?\*\*(?=$|[\s.,;:!?)])/mu, // bold words
  /^<details>\s*\n<summary>/m,
];

/** What a program's text has, and a person's seldom. */
const CODE = /[;{}]\s*$|^\s*(import|from|def|class|fn|let|const|var|export|return|sudo|apt|echo|cd|set|if|for|while|function|#include|#!|\$|>>>)\b|^#!|^\s*[\w.-]+\s*=\s*\S/m;

const ITEM = /^(\s*)([-*+]|\d{1,3}[.)])\s+\S/;

/** Every line an item, one kind of sign for each depth. */
function isList(lines: readonly string[]): boolean {
  if (lines.length < 2) return false;
  const signs = new Map<string, string>();
  return lines.every((line) => {
    const [, indent = "", sign = ""] = ITEM.exec(line) ?? [];
    const kind = /\d/.test(sign) ? "1" : sign;
    if (!sign || (signs.get(indent) ?? kind) !== kind) return false;
    signs.set(indent, kind);
    return true;
  });
}

/** A title on the first line and words under it, or further headings, and no line of a program, whose remarks look the same. */
const hasHeadings = (text: string): boolean => (/^\s*# \S[^\n]*\n\s*\n\s*\S/.test(text) || /^ {0,3}#{2,6} \S/m.test(text)) && !CODE.test(text);

const isQuote = (lines: readonly string[]): boolean => lines.length > 1 && lines.every((line) => /^>(?!>)/.test(line)) && lines.some((line) => /^> \S/.test(line));

export function isClearlyMarkdown(text: string): boolean {
  const whole = text.replace(/\r\n?/g, "\n");
  const lines = whole.split("\n").filter((line) => line.trim());
  if (/^#!|^(diff --git|--- a\/|\+\+\+ b\/|@@ -)/m.test(whole)) return false; // a script, a patch
  return SURE.some((sign) => sign.test(whole)) || isList(lines) || hasHeadings(whole) || isQuote(lines);
}
