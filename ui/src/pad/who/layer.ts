/**
 * Lines in the margin and names beside them, over the page and not in the text: nothing of the editor is drawn anew for them, no
 * caret and no composed word is disturbed. What is in sight is drawn, and a little around it, however long the text is.
 */
import type { EditorView } from "@tiptap/pm/view";
import { ySyncPluginKey } from "../../binding/keys";
import { Part, startOf } from "../../binding/shown";
import { initials } from "../../people/presence";
import { SINCE, type News } from "./news";
import type { Author } from "./writers";
import { blocksIn, type Reading, type Written } from "./written";

/** Drawn above and below what is in sight, in heights of the window. */
const AROUND = 0.5;
/** Names have room in a margin of this width (px); in a narrower one there are initials. */
const ROOM = 120;
/** How an author's words are underlined where others wrote in the same block: not by colour alone. */
const STROKES = ["solid", "dashed", "dotted", "double"] as const;

/** A block in sight, measured from the upper edge of the paper. */
export interface Seen {
  /** Where it begins in the editor's document. */
  at: number;
  end: number;
  written: readonly Written[];
  /** Below whose words, where there is more than one author. */
  strokes: readonly { client: number; left: number; top: number; width: number }[];
  authors: readonly Author[];
  top: number;
  bottom: number;
  /** Where the line above what is new begins, in the room that was made for it. */
  since: number | null;
  /** Something in it is new. */
  isNew: boolean;
}

/** Where the layer begins in the window. */
type Origin = Pick<DOMRect, "left" | "top">;

/** The part of the text that the editor shows now; `null` while the two are being brought together. */
export function rootOf({ state }: EditorView): Part | null {
  const root = ySyncPluginKey.getState(state)?.binding.mapping.root ?? null;
  return root?.node === state.doc ? root : null;
}

/** The first of these that ends below a height. They stand one below the other. */
function firstBelow(elements: HTMLCollection, y: number): number {
  let [low, high] = [0, elements.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((elements[middle] as Element).getBoundingClientRect().bottom < y) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The blocks in sight, each with its element. */
function* inSight(view: EditorView, root: Part): Generator<[Part, Element]> {
  const group = root.kids[0];
  const elements = view.dom.querySelector(".bn-block-group")?.children;
  if (!(group instanceof Part) || elements?.length !== group.kids.length) return;
  const [from, to] = [-AROUND * innerHeight, (1 + AROUND) * innerHeight];
  for (let i = firstBelow(elements, from); i < elements.length; i++) {
    const [kid, element] = [group.kids[i], elements[i] as Element];
    if (element.getBoundingClientRect().top > to) return;
    if (!(kid instanceof Part)) continue;
    const contents = element.querySelectorAll(".bn-block-content");
    let n = 0;
    for (const block of blocksIn(kid)) {
      const content = contents[n++];
      if (content) yield [block, content];
    }
  }
}

/** The box of what is written in a block, without the room above a heading. */
const boxOf = (content: Element): DOMRect =>
  (
    content.querySelector(":scope > .bn-inline-content, :scope > div > .bn-inline-content") ??
    content
  ).getBoundingClientRect();

/** The boxes of the letters of a part of the text, without carets of others between them. */
function boxesOf(view: EditorView, from: number, to: number): DOMRect[] {
  const [start, end] = [view.domAtPos(from, 1), view.domAtPos(to, -1)];
  const whole = document.createRange();
  whole.setStart(start.node, start.offset);
  whole.setEnd(end.node, end.offset);
  const { commonAncestorContainer: around } = whole;
  const texts = document.createTreeWalker(around, NodeFilter.SHOW_TEXT);
  const boxes: DOMRect[] = [];
  const isText = around.nodeType === Node.TEXT_NODE;
  for (let node = isText ? around : texts.nextNode(); node; node = texts.nextNode()) {
    if (!whole.intersectsNode(node) || node.parentElement?.closest(".cursor")) continue;
    const range = document.createRange();
    range.setStart(node, node === whole.startContainer ? whole.startOffset : 0);
    range.setEnd(
      node,
      node === whole.endContainer ? whole.endOffset : (node.textContent ?? "").length,
    );
    boxes.push(...range.getClientRects());
  }
  return joined(boxes);
}

/** One box for what stands side by side: a browser gives one for each change of style. */
function joined(boxes: readonly DOMRect[]): DOMRect[] {
  const all: DOMRect[] = [];
  for (const box of boxes) {
    const last = all.at(-1);
    if (last && Math.abs(last.bottom - box.bottom) < 2 && box.left - last.right < 1)
      all[all.length - 1] = new DOMRect(last.x, last.y, box.right - last.x, last.height);
    else if (box.width > 0) all.push(box);
  }
  return all;
}

function make(className: string, author: Author | null, inside?: Element): HTMLElement {
  const element = document.createElement("i");
  element.className = className;
  if (author) dress(element, author);
  inside?.append(element);
  return element;
}

function dress(element: HTMLElement, { of, color }: Author): void {
  element.dataset.of = of || "nobody";
  if (color) element.style.setProperty("--person", color);
}

const place = ({ style }: HTMLElement, top: number, bottom: number): void => {
  style.top = `${top}px`;
  style.height = `${Math.max(bottom - top, 2)}px`;
};

export interface LayerOptions {
  view: EditorView;
  /** Where it is drawn: positioned, as wide as the text's column. */
  layer: HTMLElement;
  reading: Reading;
  /** Who this client is; `null`: not known yet. */
  authorOf: (client: number) => Author | null;
  news: News;
}

export class Layer {
  readonly #of: LayerOptions;
  readonly #paper: HTMLElement;
  #seen: readonly Seen[] = [];
  #drawn = "";

  constructor(options: LayerOptions) {
    this.#of = options;
    this.#paper = options.layer.parentElement as HTMLElement;
  }

  /** Draws what is in sight; `false`: not now, the text is being written. */
  draw(): boolean {
    const { view, layer } = this.#of;
    const root = rootOf(view);
    if (!root) return false;
    const { left, right, top } = layer.getBoundingClientRect();
    const start = getComputedStyle(layer).direction === "rtl" ? innerWidth - right : left;
    const margin = start >= ROOM ? "wide" : "narrow";
    const { dataset } = this.#paper;
    if (dataset.who !== margin) dataset.who = margin; // and the text has room for it
    layer.style.setProperty("--margin", `${Math.round(start)}px`);
    const above = document.querySelector(".top")?.clientHeight ?? 0;
    layer.style.setProperty("--above", `${above}px`);
    this.#seen = [...inSight(view, root)].flatMap(([block, content]) =>
      this.#look(block, content, { left, top }),
    );
    const look = JSON.stringify([margin, this.#seen]);
    if (look === this.#drawn) return true;
    this.#drawn = look;
    layer.replaceChildren(...this.#runs(margin === "narrow"));
    return true;
  }

  #look(block: Part, content: Element, { left, top }: Origin): Seen[] {
    const box = boxOf(content);
    const { news } = this.#of;
    const written = this.#of.reading.of(block);
    const authors = new Map<string, Author>();
    for (const { client } of written) {
      const author = this.#of.authorOf(client);
      if (author) authors.set(author.of, author);
    }
    if (authors.size === 0 || box.height === 0) return [];
    const at = startOf(block);
    const strokes =
      authors.size < 2
        ? []
        : written.flatMap(({ from, to, client }) =>
            boxesOf(this.#of.view, at + from, at + to).map((under) => ({
              client,
              left: Math.round(under.left - left),
              top: Math.round(under.bottom - top),
              width: Math.round(under.width),
            })),
          );
    const room = news.isFirst(block) ? content.closest(".bn-block-outer") : null;
    return [
      {
        at,
        end: at + block.size,
        written,
        strokes,
        authors: [...authors.values()],
        top: Math.round(box.top - top),
        bottom: Math.round(box.bottom - top),
        since: room && Math.round(room.getBoundingClientRect().top - top - SINCE),
        isNew: written.some((each) => news.isNew(each)),
      },
    ];
  }

  /** Blocks of the same authors, one below the other, have one name. */
  #runs(narrow: boolean): HTMLElement[] {
    const runs: HTMLElement[] = [];
    let [last, top] = ["", 0];
    for (const seen of this.#seen) {
      const { authors, bottom } = seen;
      const who = authors.map(({ of }) => of).join(" ");
      const isOther = runs.length === 0 || who !== last || seen.since !== null;
      if (isOther) [last, top] = [who, seen.top];
      const run = isOther ? make("who-run", null) : (runs.at(-1) as HTMLElement);
      if (seen.since !== null) runs.push(this.#of.news.line(seen.since));
      if (isOther) {
        runs.push(run);
        run.append(namesOf(authors, narrow));
      }
      place(run, top, bottom);
      this.#line(run, seen, top);
      this.#underline(run, seen, top);
    }
    return runs;
  }

  /** In the margin, a stretch for each author. */
  #line(run: HTMLElement, { authors, top, bottom, isNew }: Seen, from: number): void {
    const high = (bottom - top - 4) / authors.length;
    authors.forEach((author, i) => {
      const begins = top - from + 2 + i * high;
      const line = make("who-line", author, run);
      line.toggleAttribute("data-new", isNew);
      place(line, begins, begins + high);
    });
  }

  #underline(run: HTMLElement, { strokes, authors }: Seen, from: number): void {
    for (const { client, left, top, width } of strokes) {
      const author = this.#of.authorOf(client);
      const n = authors.findIndex(({ of }) => of === author?.of);
      if (!author || n < 0) continue;
      const stroke = make("who-under", author, run);
      stroke.dataset.stroke = STROKES[n % STROKES.length];
      stroke.style.cssText += `left:${left}px;top:${top - from}px;width:${width}px`;
    }
  }

  /** Who wrote at a place of the editor's document, where that is drawn. */
  at(pos: number): readonly Author[] {
    const seen = this.#seen.find(({ at, end }) => pos > at && pos < end);
    if (!seen || seen.authors.length < 2) return seen?.authors ?? [];
    const inside = pos - seen.at;
    // the letter before a caret, as for what one types there; at the beginning the one behind it
    const part =
      seen.written.find(({ from, to }) => from < inside && inside <= to) ??
      seen.written.find(({ from }) => from >= inside);
    const author = part && this.#of.authorOf(part.client);
    return author ? [author] : [];
  }

  /** Who wrote at a height of the window. */
  beside(y: number): Seen | undefined {
    const own = y - this.#of.layer.getBoundingClientRect().top;
    return this.#seen.find(({ top, bottom }) => top <= own && own <= bottom);
  }

  /** What this person wrote stands out; `null`: all does. */
  light(of: string | null): void {
    const { layer } = this.#of;
    const own = of === null ? null : of || "nobody";
    layer.toggleAttribute("data-lit", own !== null);
    for (const each of layer.querySelectorAll<HTMLElement>("[data-of]"))
      each.toggleAttribute("data-own", each.dataset.of === own);
  }

  clear(): void {
    delete this.#paper.dataset.who;
    this.#of.layer.replaceChildren();
  }
}

/** The names of a run, each underlined as its words are where there are more. */
function namesOf(authors: readonly Author[], narrow: boolean): HTMLElement {
  const names = make("who-names", null);
  authors.forEach((author, n) => {
    const name = document.createElement("bdi");
    dress(name, author);
    name.textContent = narrow ? (author.of ? initials(author.name) : "?") : author.name;
    if (authors.length > 1) name.dataset.stroke = STROKES[n % STROKES.length];
    names.append(name);
  });
  return names;
}
