/** What is new in the text to whoever was away: one line above the first of it, for which the text makes room, and the way there. */
import { TextSelection } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";
import { startOf, type Part } from "../../binding/shown";
import { timeOfDay } from "../../kit/device";
import { w } from "../../strings/who";
import { blocksIn, type Reading, type Written } from "./written";

/** The room above the first block that is new (px). */
export const SINCE = 36;

interface Of {
  view: EditorView;
  reading: Reading;
  /** When one went away, in milliseconds since 1970. */
  since: number;
  /** One's own words are new to nobody. */
  isOwn: (client: number) => boolean;
}

export class News {
  readonly #of: Of;
  /** A style sheet and not the editor's own doing: nothing of the text is drawn anew. */
  readonly #room = new CSSStyleSheet();
  #rule = "";
  /** The block that the line is above; it stays there as long as that block does. */
  #first: Part["source"] | null = null;

  constructor(of: Of) {
    this.#of = of;
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, this.#room];
  }

  isNew({ isNew, client }: Written): boolean {
    return isNew && !this.#of.isOwn(client);
  }

  isFirst({ source }: Part): boolean {
    return source === this.#first;
  }

  /** Looks through all of the text; whether something is new. */
  look(root: Part): boolean {
    const all = this.#blocks(root);
    const first = all.find((block) => this.isFirst(block)) ?? all[0];
    this.#first = first?.source ?? null;
    this.#makeRoom(first);
    return all.length > 0;
  }

  #blocks(root: Part): Part[] {
    const isNew = (block: Part) => this.#of.reading.of(block).some((each) => this.isNew(each));
    return [...blocksIn(root)].filter(isNew);
  }

  #makeRoom(block: Part | undefined): void {
    const id: unknown = block && this.#of.view.state.doc.resolve(startOf(block)).parent.attrs.id;
    const rule =
      typeof id === "string"
        ? `.bn-block-outer[data-id="${CSS.escape(id)}"]{margin-top:${SINCE}px}`
        : "";
    if (rule === this.#rule) return;
    this.#rule = rule;
    this.#room.replaceSync(rule);
  }

  /** The line at a height of the layer. */
  line(top: number): HTMLElement {
    const line = document.createElement("p");
    line.className = "who-since";
    line.textContent = w.since(timeOfDay(new Date(this.#of.since)));
    line.style.top = `${top}px`;
    line.style.height = `${SINCE}px`;
    return line;
  }

  /** Brings the next block below the middle of the window into sight in which something is new, from the last on the first. */
  show(root: Part, byKey: boolean): void {
    const { view } = this.#of;
    const all = this.#blocks(root).flatMap((block) => {
      const element = view.nodeDOM(startOf(block));
      return element instanceof Element ? [{ block, element }] : [];
    });
    const middle = innerHeight / 2 + 1;
    const isBelow = ({ element }: { element: Element }) =>
      element.getBoundingClientRect().top > middle;
    const next = all.find(isBelow) ?? all[0];
    if (!next) return;
    next.element.scrollIntoView({ block: "center" });
    if (!byKey) return;
    const place = TextSelection.near(view.state.doc.resolve(startOf(next.block) + 1));
    view.dispatch(view.state.tr.setSelection(place));
    view.focus();
  }

  stop(): void {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== this.#room);
  }
}
