/** The text as one HTML file: it needs nothing else, opens without a network, and does nothing when it is opened. */
import { isAllowedLink } from "../kit/links";

/** What may stand in the file; of everything else only the text inside stays. */
const TAGS = new Set(
  "A B BLOCKQUOTE BR CODE COL COLGROUP DEL DETAILS DIV EM FIGCAPTION FIGURE H1 H2 H3 H4 H5 H6 HR I IMG INPUT LABEL LI OL P PRE S SPAN STRONG SUB SUMMARY SUP TABLE TBODY TD TFOOT TH THEAD TR U UL".split(" "),
);
/** Goes with all that is inside. */
const GONE = new Set("SCRIPT STYLE TEMPLATE IFRAME OBJECT EMBED LINK META BASE SVG MATH NOSCRIPT".split(" "));
const ATTRIBUTES = new Set("alt checked colspan rowspan start data-text-color data-background-color data-text-alignment data-style-type data-value".split(" "));

/** A picture that is in the text itself. One from elsewhere would tell who opens the file. */
const isOwnPicture = (src: string | null): src is string => /^data:image\/(png|jpeg|gif|webp|avif);base64,/.test(src ?? "");

/** Colours and sizes of the file: light and dark, as the reader's system has it, and on paper. */
const STYLE = `
:root{color-scheme:light dark;--paper:#faf9f6;--ink:#1d1c1a;--ink2:#5f5b54;--line:#e5e1d8;--soft:#f1eee7;--accent:#0b6e5f}
@media (prefers-color-scheme:dark){:root{--paper:#171614;--ink:#eeebe5;--ink2:#aaa49a;--line:#383430;--soft:#2a2724;--accent:#62cbb8}}
body{max-width:720px;margin:40px auto;padding:0 16px;background:var(--paper);color:var(--ink);font:16px/1.6 system-ui,sans-serif;overflow-wrap:anywhere}
h1,h2,h3{line-height:1.25;letter-spacing:-.02em}h1{font-size:34px}h2{font-size:20px}h3{font-size:17px}
blockquote{margin:8px 0;padding:2px 0 2px 16px;border-left:3px solid var(--line);color:var(--ink2)}
code,pre{font-family:ui-monospace,monospace;font-size:14px;background:var(--soft);border-radius:4px}code{padding:1px 4px}pre{padding:16px;overflow:auto}pre code{padding:0}
table{border-collapse:collapse}td,th{border:1px solid var(--line);padding:6px 10px;text-align:left}hr{border:0;border-top:1px solid var(--line)}
img{max-width:100%}a{color:var(--accent)}li>p{margin:0}li:has(>input){list-style:none;margin-left:-1.4em}li>input{margin-right:8px}li>input+p{display:inline}
footer{margin-top:40px;padding-top:12px;border-top:1px solid var(--line);color:var(--ink2);font-size:13px}
@media print{body{margin:0;background:none}}`.trim();

const escape = (text: string): string => text.replace(/[&<>"]/g, (char) => `&#${char.charCodeAt(0)};`);

/** A copy of an element's inside with nothing but what is allowed. */
function copyInside(from: ParentNode, to: Element, doc: Document): void {
  for (const node of from.childNodes) {
    if (node.nodeType === Node.TEXT_NODE) to.append(doc.createTextNode(node.textContent ?? ""));
    if (!(node instanceof Element) || GONE.has(node.tagName.toUpperCase())) continue;
    const copy = TAGS.has(node.tagName) ? copyOf(node, doc) : null;
    if (copy) to.append(copy);
    copyInside(node, copy ?? to, doc);
  }
}

/** The element without its inside, or `null` where it has no place in the file. */
function copyOf(node: Element, doc: Document): Element | null {
  const src = node.getAttribute("src");
  if (node.tagName === "IMG" && !isOwnPicture(src)) return null;
  if (node.tagName === "INPUT" && node.getAttribute("type") !== "checkbox") return null;
  const copy = doc.createElement(node.tagName);
  for (const { name, value } of node.attributes) if (ATTRIBUTES.has(name)) copy.setAttribute(name, value);
  const href = node.getAttribute("href");
  if (node.tagName === "A" && href && isAllowedLink(href)) {
    copy.setAttribute("href", href);
    copy.setAttribute("rel", "noopener noreferrer");
  }
  if (node.tagName === "IMG" && src) copy.setAttribute("src", src);
  if (node.tagName === "INPUT") {
    copy.setAttribute("type", "checkbox");
    copy.setAttribute("disabled", "");
  }
  return copy;
}

/** A whole HTML file from the editor's HTML. `foot` says where it comes from. */
export function pageOf(title: string, html: string, foot: string): string {
  const parsed = new DOMParser().parseFromString(html, "text/html"); // runs and loads nothing
  const doc = document.implementation.createHTMLDocument("");
  const main = doc.createElement("main");
  copyInside(parsed.body, main, doc);
  return `<!doctype html>
<html lang="${escape(document.documentElement.lang || "en")}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<meta name="viewport" content="width=device-width">
<meta name="referrer" content="no-referrer">
<title>${escape(title)}</title>
<style>${STYLE}</style>
</head>
<body>
${main.outerHTML}
<footer>${escape(foot)}</footer>
</body>
</html>
`;
}
