/** Text as HTML that says the same, between elements and in their attributes. */
const ESCAPED: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\u00a0": "&nbsp;",
  "\r": "&#13;",
};
export const escape = (text: string): string =>
  text.replace(/[&<>"\u00a0\r]/g, (char) => ESCAPED[char] ?? char);
