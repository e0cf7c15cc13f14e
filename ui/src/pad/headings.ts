/** Headings, and the heads of tables, are told as such to screen readers once they have words: an empty one leads nowhere. */
import { DOMSerializer, type Node } from "@tiptap/pm/model";
import { Plugin, type Transaction } from "@tiptap/pm/state";
import { AttrStep } from "@tiptap/pm/transform";
import type { ViewMutationRecord } from "@tiptap/pm/view";

/** ProseMirror's view of a node, as far as BlockNote draws one and it is told here. */
export interface Drawn {
  dom: Element | DocumentFragment;
  contentDOM?: HTMLElement;
  update?: (node: Node) => boolean;
  ignoreMutation?: (mutation: ViewMutationRecord) => boolean;
}

/** Gives the element another role for as long as the node that it shows has no words. */
function tellWhileEmpty(
  drawn: Drawn,
  element: Element | undefined,
  role: string,
  first: Node,
): void {
  const tell = ({ textContent }: Node) => {
    const told = textContent.trim() ? null : role;
    if (element?.getAttribute("role") === told) return; // as with nearly all that is typed: nothing to style anew
    if (told === null) element?.removeAttribute("role");
    else element?.setAttribute("role", told);
  };
  tell(first);
  // as ProseMirror does by itself: a node with other attributes is drawn anew
  drawn.update = (node) => {
    if (!node.sameMarkup(first)) return false;
    tell(node);
    return true;
  };
}

export function tellHeading(drawn: Drawn, node: Node): void {
  tellWhileEmpty(drawn, drawn.contentDOM, "presentation", node);
  const ignores = drawn.ignoreMutation?.bind(drawn);
  // what is told is no edit: ProseMirror would draw the line anew without it
  drawn.ignoreMutation = (mutation) =>
    (mutation.type === "attributes" && mutation.attributeName === "aria-level") ||
    (ignores?.(mutation) ?? false);
}

function drawTableHead(node: Node) {
  const { dom, contentDOM } = DOMSerializer.renderSpec(
    document,
    node.type.spec.toDOM?.(node) ?? ["th", 0],
  ) as { dom: HTMLElement; contentDOM: HTMLElement };
  const drawn = { dom, contentDOM };
  tellWhileEmpty(drawn, dom, "cell", node);
  return drawn;
}

export const tableHeads = new Plugin({ props: { nodeViews: { tableHeader: drawTableHead } } });

/** A heading stands between these places. */
function hasHeading(text: Node, from: number, to: number): boolean {
  let found = false;
  text.nodesBetween(from, to, ({ type }) => {
    found ||= type.name === "heading";
    return !found;
  });
  return found;
}

/** Whether an edit touches a heading: asked of its steps, since to compare two long texts takes a while. */
function touchesHeadings({ steps, docs, doc }: Transaction): boolean {
  return steps.some((step, i) => {
    const [before, after] = [docs[i] as Node, docs[i + 1] ?? doc];
    if (step instanceof AttrStep) return hasHeading(before, step.pos, step.pos + 1);
    let touches = false;
    step.getMap().forEach((from, to, freshFrom, freshTo) => {
      touches ||= hasHeading(before, from, to) || hasHeading(after, freshFrom, freshTo);
    });
    return touches;
  });
}

/** How long (ms) the levels may lag behind what is typed. */
const OUTLINE_AFTER_MS = 200;

/** Leaves out no level, whatever their authors chose: below the pad's own heading the first is at most the second. */
function tellLevels(text: HTMLElement): void {
  let last = 1;
  for (const heading of text.querySelectorAll("h1, h2, h3, h4, h5, h6")) {
    if (heading.getAttribute("role") === "presentation") continue;
    const chosen = Number(heading.tagName.slice(1));
    last = Math.min(chosen, last + 1);
    if (last === chosen) heading.removeAttribute("aria-level");
    else heading.setAttribute("aria-level", String(last));
  }
}

/** Headings are told to screen readers with levels that follow one another; nobody sees anything of it. */
export const outline: Plugin<number> = new Plugin<number>({
  /** How many edits have touched headings. */
  state: {
    init: () => 0,
    apply: (tr, count) => (touchesHeadings(tr) ? count + 1 : count),
  },
  view(view) {
    let due: ReturnType<typeof setTimeout> | undefined;
    const soon = () => {
      due ??= setTimeout(() => {
        due = undefined;
        tellLevels(view.dom);
      }, OUTLINE_AFTER_MS);
    };
    soon();
    return {
      update: ({ state }, before) => {
        if (outline.getState(state) !== outline.getState(before)) soon();
      },
      destroy: () => clearTimeout(due),
    };
  },
});
