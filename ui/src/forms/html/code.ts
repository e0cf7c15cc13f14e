/** Code in HTML: its text as it stands, and its language where the program names it. */
import type { PlainBlock } from "../blocks";

const LINES = new Set("DIV P LI TR".split(" "));

/** The text with its line ends, wherever they are: in the text, as `<br>`, or as an element for each line. */
export function codeText(root: Node): string {
  let text = "";
  const walk = (node: Node) => {
    if (node.nodeType === 3) text += (node.nodeValue ?? "").replace(/\r\n?/g, "\n");
    if (!(node instanceof Element)) return;
    if (node.tagName === "BR") text += "\n";
    if (node.tagName === "BR" || node.tagName === "STYLE" || node.tagName === "BUTTON") return;
    const line = LINES.has(node.tagName);
    if (line && text && !text.endsWith("\n")) text += "\n";
    node.childNodes.forEach(walk);
    if (line && !text.endsWith("\n")) text += "\n";
  };
  root.childNodes.forEach(walk);
  return text;
}

const NAMED = /(?:^|\s)(?:language|lang|highlight-source|brush:)-?\s*([\w+#.-]+)/;

function languageOf(pre: Element): string {
  const places = [pre, pre.querySelector("code"), pre.parentElement].filter(
    (place) => place !== null,
  );
  for (const place of places) {
    const named =
      place.getAttribute("data-language") ??
      place.getAttribute("data-lang") ??
      NAMED.exec(place.getAttribute("class") ?? "")?.[1];
    if (named) return named.toLowerCase();
  }
  return "text";
}

export const codeBlock = (code: string, language = "text"): PlainBlock => ({
  type: "codeBlock",
  props: { language },
  content: code ? [{ type: "text", text: code, styles: {} }] : [],
});

/** A `<pre>` as a block. Its last line end belongs to the element. */
export const codeOf = (pre: Element): PlainBlock =>
  codeBlock(codeText(pre).replace(/\n$/, ""), languageOf(pre));
