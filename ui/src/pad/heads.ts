/** Headings, and the heads of tables, are told as such to screen readers once they have words: an empty one leads nowhere. */
import { DOMSerializer, type Node } from "@tiptap/pm/model";
import { Plugin } from "@tiptap/pm/state";

/** ProseMirror's view of a node, as far as BlockNote draws one and it is told here. */
export interface Drawn {
  dom: Element | DocumentFragment;
  contentDOM?: HTMLElement;
  update?: (node: Node) => boolean;
}

/** Gives the element another role for as long as the node that it shows has no words. */
function tellWhileEmpty(
  drawn: Drawn,
  element: Element | undefined,
  role: string,
  first: Node,
): void {
  const tell = ({ textContent }: Node) => {
    if (textContent.trim()) element?.removeAttribute("role");
    else element?.setAttribute("role", role);
  };
  tell(first);
  // as ProseMirror does by itself: a node with other attributes is drawn anew
  drawn.update = (node) => {
    if (!node.sameMarkup(first)) return false;
    tell(node);
    return true;
  };
}

export const tellHeading = (drawn: Drawn, node: Node): void =>
  tellWhileEmpty(drawn, drawn.contentDOM, "presentation", node);

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
