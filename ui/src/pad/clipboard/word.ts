/** Lists of Word and Outlook: paragraphs whose style says that they are items, with the sign written in front. */

const LIST = /mso-list\s*:\s*(l\d+)\s+level(\d+)/i;

/** The signs of ticked and open boxes, also in Word's own fonts. */
const TICKED = /^[☑☒✓✔✅\uf0fe\uf0fd\u00fe\u00fd]$/;
const OPEN = /^[☐□\uf0a8\uf06f\uf0a3\u00a8]$/;

interface Item {
  level: number;
  ordered: boolean;
  start: number;
  box: boolean | null;
  paragraph: Element;
}

const styleOf = (element: Element): string => element.getAttribute("style") ?? "";

/** The sign that Word writes in front, for programs that know no lists; it is taken out. */
function takeSign(paragraph: Element): string {
  const ignored = [...paragraph.querySelectorAll("span")].find((span) =>
    /mso-list\s*:\s*ignore/i.test(styleOf(span)),
  );
  if (ignored) {
    const sign = ignored.textContent ?? "";
    ignored.remove();
    return sign.replace(/[\s\u00a0]+/g, "");
  }
  const text = textIn(paragraph); // without its mark: one sign of a bullet or a number, and wide space
  const [found = "", sign = ""] =
    /^[\s\u00a0]*([·•o§▪–-]|\w{1,4}[.)])[\s\u00a0]{2,}/.exec(text?.nodeValue ?? "") ?? [];
  if (text) text.nodeValue = (text.nodeValue ?? "").slice(found.length);
  return sign;
}

/** The first words under a node. */
function textIn(node: Node): Node | null {
  if (node.nodeType === 3) return node.nodeValue?.trim() ? node : null;
  for (const child of node.childNodes) {
    const text = textIn(child);
    if (text) return text;
  }
  return null;
}

function itemOf(paragraph: Element): Item | null {
  const level = Number(LIST.exec(styleOf(paragraph))?.[2]);
  if (!level || !/^(P|H[1-6]|DIV)$/.test(paragraph.tagName)) return null; // Outlook's real lists say it on their <li>
  const sign = takeSign(paragraph);
  const number = /^\(?(\d+)[.):]/.exec(sign)?.[1];
  const ordered = number !== undefined || /^\(?([a-z]{1,2}|[ivxlc]+)[.)]$/i.test(sign);
  const box = TICKED.test(sign) ? true : OPEN.test(sign) ? false : null;
  return { level, ordered, start: Number(number ?? 1), box, paragraph };
}

/** Paragraphs of the same parent that are items, one right after the other. */
function runsIn(page: Document): Item[][] {
  const runs: Item[][] = [];
  let last: Element | null = null;
  for (const paragraph of page.querySelectorAll("[style*='mso-list' i]")) {
    const item = itemOf(paragraph);
    if (!item) continue;
    if (last && paragraph.previousElementSibling === last) runs.at(-1)?.push(item);
    else runs.push([item]);
    last = paragraph;
  }
  return runs;
}

function listFor(item: Item, page: Document): Element {
  const list = page.createElement(item.ordered ? "ol" : "ul");
  if (item.ordered && item.start !== 1) list.setAttribute("start", String(item.start));
  return list;
}

function liOf({ box, paragraph }: Item, page: Document): Element {
  const li = page.createElement("li");
  if (box !== null) {
    const input = page.createElement("input");
    input.setAttribute("type", "checkbox");
    if (box) input.setAttribute("checked", "");
    li.append(input);
  }
  li.append(...paragraph.childNodes);
  return li;
}

/** Makes one run the lists that it shows. */
function build(run: readonly Item[], page: Document): void {
  const open: { list: Element; ordered: boolean; level: number }[] = [];
  const anchor = page.createComment("");
  run[0]?.paragraph.replaceWith(anchor);
  for (const item of run) {
    item.paragraph.remove();
    while ((open.at(-1)?.level ?? 0) > item.level) open.pop();
    const here = open.at(-1);
    if (here?.level === item.level && here.ordered !== item.ordered) open.pop();
    if (open.at(-1)?.level !== item.level) {
      const list = listFor(item, page);
      const above = open.at(-1)?.list.lastElementChild;
      if (above) above.append(list);
      else anchor.before(list);
      open.push({ list, ordered: item.ordered, level: item.level });
    }
    open.at(-1)?.list.append(liOf(item, page));
  }
  anchor.remove();
}

/** Turns Word's list paragraphs into lists. */
export function unfoldWordLists(page: Document): void {
  for (const run of runsIn(page)) build(run, page);
}
