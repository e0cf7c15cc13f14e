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

/** Letters of a page that are parsed in one go: a browser needs a few hundredths of a second for them. */
const PARSED = 1 << 19;

/** The page, in a document that loads and runs nothing. A long one is written into it a piece at a time. */
async function parsed(html: string): Promise<Document> {
  if (html.length <= PARSED) return new DOMParser().parseFromString(html, "text/html");
  const page = document.implementation.createHTMLDocument("");
  page.open();
  for (let at = 0; at < html.length; at += PARSED) {
    page.write(html.slice(at, at + PARSED));
    await rest();
  }
  page.close();
  return page;
}

/** A list may be read in parts too, where no item says its own number. */
const isList = (element: Element): boolean =>
  /^[UO]L$/.test(element.tagName) && !element.querySelector(":scope > li[value]");

/** What opens again around a further part of an element. A list's next part goes on with its numbers. */
function shellOf(element: Element): { first: string; next: string; end: string } {
  const shell = element.cloneNode(false) as Element;
  const tag = (): string => shell.outerHTML.replace(/<\/[^>]*>$/, "");
  const first = tag();
  shell.removeAttribute("start");
  return { first, next: tag(), end: `</${element.localName}>` };
}

class Portions {
  readonly all: string[] = [];

  gather(holder: Element, around: (inside: string) => string): void {
    let open = "";
    let count = 0;
    const close = () => {
      if (open.trim()) this.all.push(around(open));
      [open, count] = ["", 0];
    };
    for (const node of holder.childNodes) {
      const element = node instanceof Element ? node : null;
      const inner = element?.getElementsByTagName("*");
      const large = inner?.[PORTION] !== undefined; // counted no further: parts that lie in each other are asked at each level
      if (element && large && (HOLDERS.has(element.tagName) || isList(element))) {
        close();
        const { first, next, end } = shellOf(element);
        let begun = false;
        this.gather(element, (inside) => {
          const shell = begun ? next : first;
          begun = true;
          return around(`${shell}${inside}${end}`);
        });
        continue;
      }
      open += element?.outerHTML ?? (node.nodeType === Node.TEXT_NODE ? asHtml(node) : "");
      count += large ? PORTION : (inner?.length ?? 0) + 1;
      if (count >= PORTION && element) close();
    }
    close();
  }
}

/** A page in portions, each inside of what it stands in. */
export async function htmlPortions(html: string): Promise<string[]> {
  const portions = new Portions();
  portions.gather(textOf(await parsed(html)), (inside) => inside);
  return portions.all;
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

/** An item at the edge of the page, and its sign. */
const ITEM = /^([-*+]|\d{1,9}([.)]))[ \t]+\S/;
const RULE = /^([-*_])[ \t]*(\1[ \t]*){2,}$/;

/** Whether lines stand in a list, and which: at its next item it may be read in parts. */
class Lists {
  #sign = "";
  /** Where the words of its last item begin: what is indented so far belongs to that. */
  #inner = 0;

  /** Takes a line; whether the list before goes on with it. */
  goesOn(line: string): boolean {
    const indent = /^[ \t]*/.exec(line)?.[0].replaceAll("\t", "    ").length ?? 0;
    if (!line || (indent > 0 && indent >= this.#inner)) return false;
    const [head = "", bullet = "", end = ""] = RULE.test(line) ? [] : (ITEM.exec(line) ?? []);
    const sign = end || bullet;
    this.#inner = head.length - 1;
    const goesOn = sign !== "" && sign === this.#sign;
    this.#sign = sign;
    return goesOn;
  }
}

/** Words that begin at the edge of the page, and no sign of Markdown's. */
const WORDS = /^(?![-*+>|#<=~`]|\d{1,9}[.)]\s)\S/;

/**
 * A text that somebody wrote for no program, with a tick box in it: each line is one, as it stands there, where Markdown would read
 * several as one paragraph, or as a further line of the item above.
 */
export function apart(text: string): string {
  const out: string[] = [];
  let fence = "";
  for (const line of text.replace(/\r\n?/g, "\n").split("\n")) {
    const before = out.at(-1) ?? "";
    const inTable = line.includes("|") && before.includes("|");
    if (!fence && before.trim() && WORDS.test(line) && !before.startsWith("<") && !inTable)
      out.push("");
    out.push(line);
    const [, sign = ""] = FENCE.exec(line) ?? [];
    if (sign && (!fence || fence === sign)) fence = fence ? "" : sign;
  }
  return out.join("\n");
}

export interface MarkdownPortion {
  text: string;
  /** It begins within a list: its first number is none that somebody chose. */
  goesOn: boolean;
}

/** A Markdown text in portions, one after the other, each with the addresses that it uses, wherever they stand. */
export function* markdownPortions(text: string): Generator<MarkdownPortion> {
  const lines = text.replace(/\r\n?/g, "\n").split("\n");
  if (lines.length <= 2 * PORTION) return yield { text, goesOn: false };
  const defined = definer(lines.join("\n"));
  const lists = new Lists();
  let open: string[] = [];
  let fence = "";
  let folds = 0;
  let goesOn = false;
  for (const [i, line] of lines.entries()) {
    const free = !fence && folds <= 0;
    const alone = lines[i - 1] === "" && lines[i - 2] !== "" && free;
    const next = lists.goesOn(line) && free && (lines[i - 1] !== "" || alone);
    if (open.length >= PORTION && (next || (alone && BEGINS.test(line)))) {
      yield { text: defined(open), goesOn };
      open = [];
      goesOn = next;
    }
    open.push(line);
    const [, sign = ""] = FENCE.exec(line) ?? [];
    if (sign && (!fence || fence === sign)) fence = fence ? "" : sign;
    folds += (line.match(/<details\b/g)?.length ?? 0) - (line.match(/<\/details>/g)?.length ?? 0);
  }
  yield { text: defined(open), goesOn };
}
