/** An OpenDocument text as HTML that says the same, from where it becomes blocks as any other page does. */
import { CALLOUTS } from "../blocks";
import { escape } from "../html/escape";

const NS = {
  office: "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
  style: "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
  text: "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
  table: "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
  fo: "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
  draw: "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0",
  svg: "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0",
  xlink: "http://www.w3.org/1999/xlink",
} as const;

type Space = keyof typeof NS;
const get = (element: Element, space: Space, name: string): string =>
  element.getAttributeNS(NS[space], name) ?? "";

/** Spaces and cells that a file may say are as many as it likes. */
const MOST = 100;
const DEPTH_MAX = 60;
const countOf = (element: Element, space: Space, name: string): number =>
  Math.min(MOST, Math.max(1, Number.parseInt(get(element, space, name), 10) || 1));

/** What a style says of words and paragraphs, as far as a pad knows it. */
interface Look {
  parent: string;
  name: string;
  css: string;
  ordered: boolean;
}

class Styles {
  readonly #all = new Map<string, Look>();

  constructor(...documents: (Document | null)[]) {
    for (const document of documents)
      for (const style of document?.querySelectorAll("*") ?? []) {
        const name = get(style, "style", "name");
        if (name && /^(style|list-style)$/.test(style.localName))
          this.#all.set(name, lookOf(style));
      }
  }

  /** Whether a style, or one that it is made from, has this name. */
  is(name: string, wanted: RegExp): boolean {
    let look = this.#all.get(name);
    for (let i = 0; i < 10 && name; i += 1) {
      if (wanted.test(name) || wanted.test(look?.name ?? "")) return true;
      name = look?.parent ?? "";
      look = this.#all.get(name);
    }
    return false;
  }

  css = (name: string): string => this.#all.get(name)?.css ?? "";
  ordered = (name: string): boolean => this.#all.get(name)?.ordered ?? false;
}

function lookOf(style: Element): Look {
  let css = "";
  for (const part of style.children) {
    const weight = get(part, "fo", "font-weight");
    if (weight) css += `font-weight:${weight};`;
    if (/italic|oblique/.test(get(part, "fo", "font-style"))) css += "font-style:italic;";
    const lines = [
      get(part, "style", "text-underline-style"),
      get(part, "style", "text-line-through-style"),
    ].map((line) => line !== "" && line !== "none");
    if (lines[0]) css += "text-decoration-line:underline;";
    if (lines[1]) css += "text-decoration:line-through;";
    const align = get(part, "fo", "text-align");
    if (/^(center|right|end)$/.test(align))
      css += `text-align:${align === "end" ? "right" : align};`;
  }
  return {
    parent: get(style, "style", "parent-style-name"),
    name: get(style, "style", "display-name"),
    css,
    ordered: style.firstElementChild?.localName === "list-level-style-number",
  };
}

const CODE = /^(Preformatted|Source)([ _]|_20_)(Text|Code)/i;
const CAPTION = /^(Caption|Illustration|Figure|FigureCaption)$/i;
const RULE = /^Horizontal([ _]|_20_)Line/i;

/** Pixels of the page in each measure of a length. */
const PIXELS: Record<string, number> = { cm: 96 / 2.54, mm: 96 / 25.4, in: 96, pt: 96 / 72, px: 1 };

function pixels(length: string): number {
  const [, number = "", unit = ""] = /^([\d.]+)(cm|mm|in|pt|px)$/.exec(length) ?? [];
  return Math.round(Number(number) * (PIXELS[unit] ?? 0));
}

/** The names by which a callout's paragraphs are known. */
const CALLOUT_STYLES = Object.keys(CALLOUTS).map(
  (kind) => [kind, new RegExp(`^Callout(_20_| )${kind}$`, "i")] as const,
);

/** Where a picture that lies in the file at this path is found by who reads on; `null` where there is none. */
type PictureAt = (path: string) => string | null;

const isWords = ({ localName }: Element): boolean => localName === "text-box";

class Reader {
  readonly #styles: Styles;
  readonly #pictureAt: PictureAt;

  constructor(styles: Styles, pictureAt: PictureAt) {
    this.#styles = styles;
    this.#pictureAt = pictureAt;
  }

  inside(element: Element, depth = 0, ordered = false): string {
    if (depth > DEPTH_MAX) return escape(element.textContent ?? "");
    let html = "";
    for (const node of element.childNodes) {
      if (node.nodeType === Node.TEXT_NODE) html += escape(node.nodeValue ?? "");
      else if (node instanceof Element) html += this.#element(node, depth + 1, ordered);
    }
    return html;
  }

  #element(element: Element, depth: number, ordered: boolean): string {
    const style = get(element, "text", "style-name");
    switch (element.localName) {
      case "s":
        return " ".repeat(countOf(element, "text", "c"));
      case "tab":
        return "\t";
      case "line-break":
        return "<br>";
      case "h": {
        const level = Math.min(6, countOf(element, "text", "outline-level"));
        return `<h${level}>${this.inside(element, depth)}</h${level}>`;
      }
      case "p":
        return this.#paragraph(element, style, depth);
      case "span":
        return this.#span(element, style, depth);
      case "a":
        return `<a href="${escape(get(element, "xlink", "href"))}">${this.inside(element, depth)}</a>`;
      case "list": {
        const numbers = style ? this.#styles.ordered(style) : ordered;
        return `<${numbers ? "ol" : "ul"}>${this.inside(element, depth, numbers)}</${numbers ? "ol" : "ul"}>`;
      }
      case "list-item":
      case "list-header":
        return `<li>${this.inside(element, depth, ordered)}</li>`;
      case "frame":
        return this.#frame(element, depth);
      case "table":
        return `<table>${this.#rows(element, depth)}</table>`;
      // what belongs to the file and not to its text
      case "tracked-changes":
      case "annotation":
      case "sequence-decls":
      case "forms":
        return "";
      default:
        return this.inside(element, depth, ordered);
    }
  }

  #paragraph(element: Element, style: string, depth: number): string {
    const inside = this.inside(element, depth);
    if (this.#styles.is(style, CODE)) return `<pre>${inside}</pre>`;
    if (this.#styles.is(style, RULE)) return "<hr>";
    if (this.#styles.is(style, CAPTION)) return `<figcaption>${inside}</figcaption>`;
    const callout = CALLOUT_STYLES.find(([, name]) => this.#styles.is(style, name))?.[0];
    if (callout) return `<blockquote data-callout="${callout}">${inside || "<br>"}</blockquote>`;
    if (this.#styles.is(style, /^(Quotations|Quote)/i))
      return `<blockquote>${inside || "<br>"}</blockquote>`;
    if (this.#styles.is(style, /^Title$/i)) return `<h1>${inside}</h1>`;
    const css = this.#styles.css(style);
    return `<p style="white-space:pre-wrap;${escape(css)}">${inside || "<br>"}</p>`;
  }

  /** The first of a picture's forms that is in the file; what else a frame holds is read as it is. */
  #frame(frame: Element, depth: number): string {
    const parts = [...frame.children];
    for (const image of parts.filter(({ localName }) => localName === "image")) {
      const src = this.#pictureAt(get(image, "xlink", "href").replace(/^\.\//, ""));
      if (!src) continue;
      const told = ["desc", "title"].map(
        (name) => parts.find(({ localName }) => localName === name)?.textContent ?? "",
      );
      const width = pixels(get(frame, "svg", "width"));
      const size = width ? ` width="${width}"` : "";
      return `<img src="${escape(src)}" alt="${escape(told.find(Boolean) ?? "")}"${size}>`;
    }
    return parts
      .filter(isWords)
      .map((part) => this.inside(part, depth))
      .join("");
  }

  #span(element: Element, style: string, depth: number): string {
    const inside = this.inside(element, depth);
    if (this.#styles.is(style, CODE)) return `<code>${inside}</code>`;
    const css = this.#styles.css(style);
    return css ? `<span style="${escape(css)}">${inside}</span>` : inside;
  }

  #rows(table: Element, depth: number, head = false): string {
    return [...table.children]
      .map((part) => {
        if (part.localName === "table-row") return `<tr>${this.#cells(part, depth + 1, head)}</tr>`;
        return /^table-(header-)?row(s|-group)$/.test(part.localName) && depth < DEPTH_MAX
          ? this.#rows(part, depth + 1, head || part.localName === "table-header-rows")
          : "";
      })
      .join("");
  }

  #cells(row: Element, depth: number, head: boolean): string {
    const tag = head ? "th" : "td";
    return [...row.children]
      .filter(({ localName }) => localName === "table-cell")
      .map((cell) => {
        const spans =
          `colspan="${countOf(cell, "table", "number-columns-spanned")}"` +
          ` rowspan="${countOf(cell, "table", "number-rows-spanned")}"`;
        return `<${tag} ${spans}>${this.inside(cell, depth)}</${tag}>`;
      })
      .join("");
  }
}

/** Lines of code that stand as paragraphs beside each other are one piece of it. */
const joinedCode = (html: string): string => html.replaceAll("</pre><pre>", "\n");

const parse = (xml: string): Document => new DOMParser().parseFromString(xml, "application/xml");

/** `content` and `styles` are the XML of the file's parts of these names; `null` where it is no such text. */
export function odtHtml(
  content: string,
  styles: string,
  pictureAt: PictureAt = () => null,
): string | null {
  if (/<!DOCTYPE/i.test(content) || /<!DOCTYPE/i.test(styles)) return null; // nothing that an office writes
  const document = parse(content);
  const body = document.getElementsByTagNameNS(NS.office, "text")[0];
  if (!body || document.querySelector("parsererror")) return null;
  const named = styles ? parse(styles) : null;
  return joinedCode(new Reader(new Styles(named, document), pictureAt).inside(body));
}
