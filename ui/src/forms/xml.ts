/** Text as XML 1.0 can hold it: what no file of an office may have is left out, since it would open nowhere. */

/** Control characters, halves of letters, and what is no letter at all (XML 1.0, production 2). */
const NOT_XML =
  // oxlint-disable-next-line no-control-regex -- these are what is looked for
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

export const xmlText = (text: string): string => text.replace(NOT_XML, "").replace(/\r\n?/g, "\n");

const ESCAPED: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** The same between elements and in their attributes. */
export const xmlEscape = (text: string): string =>
  xmlText(text).replace(/[&<>"]/g, (char) => ESCAPED[char] ?? char);

/** The first letter that has a direction decides, as `dir=auto` does it. */
const DIRECTED = /\p{L}/u;
const RIGHT_TO_LEFT =
  /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

export const isRightToLeft = (text: string): boolean =>
  RIGHT_TO_LEFT.test(DIRECTED.exec(text)?.[0] ?? "");
