/** Long texts in portions, each of which is read by itself: nobody's key waits for the whole. */

/** Elements or lines of a portion. */
const PORTION = 150;

/** Lets the page answer keys. */
export const rest = (): Promise<void> => new Promise((done) => setTimeout(done));

/** Places that only hold others: their children may be read apart. */
const HOLDERS = new Set("BODY MAIN ARTICLE SECTION DIV".split(" "));

/** The text alone of a page that we kept, whose spaces stand as its style sheet says; of any other, all of it. */
function textOf(page: Document): Element {
  const own = page.querySelector("body > main:has([data-fadepad])");
  for (const part of own?.querySelectorAll(":scope > [data-fadepad]") ?? [])
    part.setAttribute("style", "white-space:pre-wrap");
  return own ?? page.body;
}

/** A page in portions, each inside of what it stands in. It is parsed in a document that loads and runs nothing. */
export function htmlPortions(html: string): string[] {
  const portions: string[] = [];
  const gather = (holder: Element, around: (inside: string) => string) => {
    let open = "";
    let count = 0;
    const close = () => {
      if (open) portions.push(around(open));
      [open, count] = ["", 0];
    };
    for (const node of holder.childNodes) {
      const element = node instanceof Element ? node : null;
      const size = element?.querySelectorAll("*").length ?? 0;
      if (element && size > PORTION && HOLDERS.has(element.tagName)) {
        close();
        const shell = (element.cloneNode(false) as Element).outerHTML.replace(/<\/[^>]*>$/, "");
        const tag = element.tagName.toLowerCase();
        gather(element, (inside) => around(`${shell}${inside}</${tag}>`));
        continue;
      }
      open += element?.outerHTML ?? (node.nodeType === Node.TEXT_NODE ? asHtml(node) : "");
      count += size + 1;
      if (count >= PORTION && element) close();
    }
    close();
  };
  gather(textOf(new DOMParser().parseFromString(html, "text/html")), (inside) => inside);
  return portions;
}

const asHtml = ({ nodeValue }: Node): string =>
  (nodeValue ?? "").replaceAll("&", "&amp;").replaceAll("<", "&lt;");

/** Where a paragraph or a heading begins that is in nothing else. */
const BEGINS = /^(#{1,6} |[\p{L}\p{N}])(?!\d*[.)] )/u;
const FENCE = /^ {0,3}(```|~~~)/;

/** A definition on its line; a label has at most 999 letters, as CommonMark says. */
const DEFINITION = /^ {0,3}\[([^\]\n]{1,999})\]:\s*\S+.*$/gm;
const LABEL = /\[((?:[^[\]\\]|\\.){1,999})\]/gs;
/** Letters of definitions that are repeated in all, where the text is shorter than that: as cmark bounds it. */
const REPEATED_MIN = 100_000;

const labelled = (label: string): string => label.trim().replace(/\s+/g, " ").toLowerCase();

/** Gives a portion those definitions that it uses and that stand elsewhere. */
function definer(text: string): (portion: readonly string[]) => string {
  const all = new Map<string, string>();
  for (const [line, label = ""] of text.matchAll(DEFINITION))
    if (!all.has(labelled(label))) all.set(labelled(label), line);
  let left = Math.max(REPEATED_MIN, text.length);
  return (lines) => {
    const portion = lines.join("\n");
    if (all.size === 0) return portion;
    const used = new Set([...portion.matchAll(LABEL)].map(([, label = ""]) => labelled(label)));
    const more: string[] = [];
    for (const label of used) {
      const line = all.get(label);
      if (!line || line.length > left || lines.includes(line)) continue;
      left -= line.length;
      more.push(line);
    }
    return more.length > 0 ? [portion, "", ...more].join("\n") : portion;
  };
}

/** A Markdown text in portions, one after the other, each with the addresses that it uses, wherever they stand. */
export function* markdownPortions(text: string): Generator<string> {
  const lines = text.replace(/\r\n?/g, "\n").split("\n");
  if (lines.length <= 2 * PORTION) return yield text;
  const defined = definer(lines.join("\n"));
  let open: string[] = [];
  let fence = "";
  let folds = 0;
  for (const [i, line] of lines.entries()) {
    const alone = lines[i - 1] === "" && lines[i - 2] !== "" && !fence && folds <= 0;
    if (open.length >= PORTION && alone && BEGINS.test(line)) {
      yield defined(open);
      open = [];
    }
    open.push(line);
    const [, sign = ""] = FENCE.exec(line) ?? [];
    if (sign && (!fence || fence === sign)) fence = fence ? "" : sign;
    folds += (line.match(/<details\b/g)?.length ?? 0) - (line.match(/<\/details>/g)?.length ?? 0);
  }
  yield defined(open);
}
