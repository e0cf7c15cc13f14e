/** The text as one HTML file: it needs nothing else, opens without a network, and does nothing when it is opened. */
import sheet from "../../../assets/page.css?raw";
import { escape } from "../forms/html/escape";
import type { Callout } from "../forms/blocks";
import { isAllowedLink } from "../kit/links";
import { t } from "../strings";
import { x } from "../strings/inText";

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
    "alt checked colspan open rowspan start width data-fadepad data-file data-nested data-language " +
    "data-callout data-header-rows data-header-cols data-text-color data-background-color data-text-alignment"
  ).split(" "),
);

/** Blocks of text: each runs in the direction of its own words, code always from left to right. */
const BLOCKS = new Set("P H1 H2 H3 H4 H5 H6 LI BLOCKQUOTE TD TH PRE SUMMARY FIGCAPTION".split(" "));

/** A picture that is in the text itself. One from elsewhere would tell who opens the file. */
const isOwnPicture = (src: string | null): src is string =>
  /^data:image\/(png|jpeg|gif|webp|avif);base64,/.test(src ?? "");

/** Colours and sizes of the file: light and dark, as the reader's system has it; on paper always dark on white. The server's too. */
export const STYLE = sheet.trim();

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
  for (const callout of main.querySelectorAll("[data-callout]")) {
    callout.setAttribute("role", "note");
    callout.setAttribute("aria-label", x.callouts[callout.getAttribute("data-callout") as Callout]);
  }
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
