/**
 * A foot under a kept Markdown file, as the kept web page has one: a remark that no program shows. Words alone, an empty line between
 * two of them or `\*` are no clear Markdown, so that a file of such says by its last line what it is.
 */
const FOOT = /(^|\n)<!-- [^\n]*, kept from Fadepad on [^\n]* -->\s*$/;

/** Longer is no foot: a pad's name and a time. */
const LONGEST = 300;

/** Only the end is looked at, however long the text is. */
export const hasFoot = (markdown: string): boolean => FOOT.test(markdown.slice(-LONGEST));

export const withFoot = (markdown: string, foot: string): string =>
  `${markdown}\n<!-- ${foot} -->\n`;
