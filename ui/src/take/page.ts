/** The text as one HTML file: it needs nothing else, opens without a network, and does nothing when it is opened. */
import { NAMES } from "../forms/html/colours";
import { escape } from "../forms/html/escape";
import { isAllowedLink } from "../kit/links";
import { t } from "../strings";
import theme from "../theme.css?raw";

/** What may stand in the file; of everything else only the text inside stays. */
const TAGS = new Set(
  (
    "A B BLOCKQUOTE BR CODE COL COLGROUP DEL DETAILS DIV EM FIGCAPTION FIGURE H1 H2 H3 H4 H5 H6 HR I IMG " +
    "INPUT LABEL LI OL P PRE S SPAN STRONG SUB SUMMARY SUP TABLE TBODY TD TFOOT TH THEAD TR U UL"
  ).split(" "),
);
/** Goes with all that is inside. */
const GONE = new Set(
  "SCRIPT STYLE TEMPLATE IFRAME OBJECT EMBED LINK META BASE SVG MATH NOSCRIPT".split(" "),
);
const ATTRIBUTES = new Set(
  (
    "alt checked colspan open rowspan start width data-fadepad data-nested data-language " +
    "data-header-rows data-header-cols data-text-color data-background-color data-text-alignment"
  ).split(" "),
);

/** Blocks of text: each runs in the direction of its own words, code always from left to right. */
const BLOCKS = new Set("P H1 H2 H3 H4 H5 H6 LI BLOCKQUOTE TD TH PRE SUMMARY FIGCAPTION".split(" "));

/** A picture that is in the text itself. One from elsewhere would tell who opens the file. */
const isOwnPicture = (src: string | null): src is string =>
  /^data:image\/(png|jpeg|gif|webp|avif);base64,/.test(src ?? "");

/** The page's own colours that the file needs, as `--name:#rrggbb;`: light, then dark. */
const [LIGHT = "", DARK = ""] = theme
  .split("@media screen")
  .map(
    (part) =>
      part
        .match(
          new RegExp(
            `--(paper|ink2?|line|edge|hover|accent|on-accent|(${NAMES.join("|")})(-back)?): #\\w{6};`,
            "g",
          ),
        )
        ?.join("") ?? "",
  );

const coloured = (name: string): string =>
  `[data-text-color=${name}]{color:var(--${name})}` +
  `[data-background-color=${name}]{background:var(--${name}-back)}`;

/** Colours and sizes of the file: light and dark, as the reader's system has it; on paper always dark on white. */
export const STYLE = `
:root{color-scheme:light;${LIGHT}}
@media screen and (prefers-color-scheme:dark){:root{color-scheme:dark;${DARK}}}
body{max-width:720px;margin:40px auto;padding:0 16px;background:var(--paper);color:var(--ink);
font:16px/1.6 system-ui,sans-serif;overflow-wrap:anywhere}
h1,h2,h3{line-height:1.25;letter-spacing:-.02em}h1{font-size:34px}h2{font-size:20px}h3{font-size:17px}
blockquote{margin:8px 0;padding:2px 16px;border-inline-start:3px solid var(--line);color:var(--ink2)}
code,pre{font-family:ui-monospace,monospace;font-size:14px;background:var(--hover);border-radius:4px}
code{padding:1px 4px}pre{padding:16px;overflow:auto}pre code{padding:0}
table{border-collapse:collapse}td,th{border:1px solid var(--line);padding:6px 10px;text-align:start}
hr{border:0;border-top:1px solid var(--line)}
img{max-width:100%}a{color:var(--accent)}ul,ol{padding:0}li{margin-inline-start:1.6em}li>p{margin:0}
li:has(>input){list-style:none;margin-inline-start:0}li:has(>input)>:is(ul,ol){margin-inline-start:28px}li>input+p{display:inline}
li>input{appearance:none;width:18px;height:18px;margin:0;margin-inline-end:10px;
border:1.6px solid var(--edge);border-radius:5px;vertical-align:-3px;position:relative}
li>input:checked{border-color:var(--accent)}
li>input:checked::after{content:"";position:absolute;left:5px;top:1px;width:5px;height:10px;
border:solid var(--accent);border-width:0 2.4px 2.4px 0;transform:rotate(45deg)}
li>input:checked+p{color:var(--ink2);text-decoration:line-through}
${NAMES.map(coloured).join("")}
header h1{margin:0 0 28px;color:var(--ink2);font-size:15px;font-weight:600;letter-spacing:0}
footer{margin-top:40px;padding-top:12px;border-top:1px solid var(--line);color:var(--ink2);font-size:13px}
[data-fadepad]{white-space:pre-wrap}[data-nested]{margin-inline-start:24px}
.titled+main>[data-fadepad]>h1:first-child{display:none}
[data-text-alignment=center]{text-align:center}[data-text-alignment=right]{text-align:right}
[data-text-alignment=justify]{text-align:justify}
@media print{*{print-color-adjust:exact;-webkit-print-color-adjust:exact}body{margin:0;background:none}
pre{white-space:pre-wrap}li>p,tr,blockquote,h1,h2,h3,h4{break-inside:avoid}h1,h2,h3,h4{break-after:avoid}
thead{display:table-header-group}}`.trim();

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
  for (const { name, value } of node.attributes)
    if (ATTRIBUTES.has(name)) copy.setAttribute(name, value);
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
  // not on a paragraph inside a block: what has a direction of its own says nothing about the one around it
  const outermost =
    BLOCKS.has(node.tagName) &&
    !(node.tagName === "P" && BLOCKS.has(node.parentElement?.tagName ?? ""));
  if (outermost) copy.setAttribute("dir", node.tagName === "PRE" ? "ltr" : "auto");
  return copy;
}

/** A copy out of the file leaves the element around everything behind: each block says by itself that it is one of ours. */
function markBlocks(main: Element): void {
  for (const all of main.querySelectorAll(":scope > [data-fadepad]"))
    for (const block of all.children) block.setAttribute("data-fadepad", "");
}

const isSilent = ({ textContent }: Element): boolean => !textContent?.trim();

/** A tick box is named by the words beside it, and what folds by its own; without words, by what they do. */
function nameControls(main: Element): void {
  main.querySelectorAll("li > input").forEach((box, i) => {
    const words = box.nextElementSibling;
    if (!words || isSilent(words)) {
      box.setAttribute("aria-label", t.pad.done);
      return;
    }
    words.id = `box-${i + 1}`;
    box.setAttribute("aria-labelledby", words.id);
  });
  for (const head of main.querySelectorAll("summary"))
    if (isSilent(head)) head.setAttribute("aria-label", t.pad.fold);
  for (const link of main.querySelectorAll("a[href]"))
    if (isSilent(link)) link.setAttribute("aria-label", link.getAttribute("href") ?? "");
}

/**
 * Headings for who has the file read out: those without words are none, and no level is left out on the way down. `from`:
 * the level above them all, if there is one.
 */
function orderHeads(main: Element, from: 0 | 1): void {
  const above: { level: number; told: number }[] = [];
  for (const head of main.querySelectorAll("h1, h2, h3, h4, h5, h6")) {
    if (isSilent(head)) {
      head.setAttribute("role", "presentation");
      continue;
    }
    const level = Number(head.tagName[1]);
    while ((above.at(-1)?.level ?? 0) >= level) above.pop();
    const outer = above.at(-1)?.told ?? from;
    const told = outer ? Math.min(level, outer + 1) : level;
    if (told !== level) head.setAttribute("aria-level", String(told));
    above.push({ level, told });
  }
  for (const head of main.querySelectorAll("th"))
    if (isSilent(head)) head.setAttribute("role", "cell");
}

const hasTitle = (main: Element): boolean =>
  [...main.querySelectorAll("h1")].some((head) => !isSilent(head));

/** The head of a table as browsers know one: it comes again on each page. A cell that reaches below it would be cut off. */
function headRows(main: Element): void {
  for (const table of main.querySelectorAll("table")) {
    const rows = [...table.querySelectorAll("tr")];
    const body = rows.findIndex((row) => [...row.children].some(({ tagName }) => tagName !== "TH"));
    const heads = rows.slice(0, Math.max(0, body));
    const within = heads.every((row, y) =>
      [...row.children].every((cell) => Number(cell.getAttribute("rowspan") ?? 1) <= body - y),
    );
    if (heads.length === 0 || !within) continue;
    const head = main.ownerDocument.createElement("thead");
    rows[0]?.parentElement?.before(head);
    head.append(...heads);
  }
}

/** The text's own part of a file, clean and named, and the title above it, where it has none of its own. */
export function mainOf(title: string, html: string): { heading: string; main: string } {
  const parsed = new DOMParser().parseFromString(html, "text/html"); // runs and loads nothing
  const doc = document.implementation.createHTMLDocument("");
  const main = doc.createElement("main");
  copyInside(parsed.body, main, doc);
  const heading = hasTitle(main) ? "" : `<header><h1>${escape(title)}</h1></header>\n`;
  nameControls(main);
  orderHeads(main, heading ? 1 : 0);
  headRows(main);
  markBlocks(main);
  return { heading, main: main.outerHTML };
}

/** What a page has beside its text. */
interface Beside {
  /** HTML of the editor's that stands above the text, and is no part of it. */
  top?: string;
  /** An element that nobody sees. */
  capsule?: string;
}

/** `titled`: under the text's own title, which is then not shown once more. In the text it stays: it is brought in from there. */
function topOf(title: string, html: string, main: string): string {
  const first = /^<main><[^>]*data-fadepad[^>]*><h1[^>]*>(.*?)<\/h1>/.exec(main)?.[1];
  const titled = first?.replace(/<[^>]*>/g, "").trim() === escape(title);
  return mainOf(title, html)
    .main.replace(/^<main>/, `<section class="top${titled ? " titled" : ""}">`)
    .replace(/<\/main>$/, "</section>\n");
}

/** A whole HTML file from the editor's HTML. `foot` says where it comes from. A text without a title of its own stands under `title`. */
export function pageOf(
  title: string,
  html: string,
  foot: string,
  { top = "", capsule = "" }: Beside = {},
): string {
  const { heading: own, main } = mainOf(title, html);
  const heading = top ? topOf(title, top, main) : own;
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
${heading}${main}
<footer>${escape(foot)}</footer>
${capsule}</body>
</html>
`;
}
