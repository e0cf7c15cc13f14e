/** What a companion does to the text without an editor: whole lines at its end, and its tick boxes. */
import type { Node } from "@tiptap/pm/model";
import type { EditorView } from "@tiptap/pm/view";

const BOX = "checkListItem";

/** A tick box as it stands in the text at a moment. */
export interface Box {
  /** Where it stands there. */
  pos: number;
  words: string;
  checked: boolean;
}

const isBlank = (block: Node): boolean =>
  block.childCount === 1 &&
  block.firstChild?.type.name === "paragraph" &&
  block.firstChild.childCount === 0;

/**
 * Behind the last block with anything in it: empty lines that somebody has opened below stay below, with the carets in them. Two who
 * add at once never write into the same block.
 */
export function endOf(doc: Node): { pos: number; after: Node | null } {
  const group = doc.firstChild as Node;
  let pos = 1 + group.content.size;
  for (let i = group.childCount - 1; i >= 0; i -= 1) {
    const block = group.child(i);
    if (!isBlank(block)) return { pos, after: block };
    pos -= block.nodeSize;
  }
  return { pos, after: null };
}

/** Writes these lines at the end, each as a block of its own, as one edit. */
export function append(view: EditorView, lines: readonly string[]): void {
  const { schema, doc, tr } = view.state;
  const { blockContainer, paragraph } = schema.nodes;
  const blocks = lines.map((line) =>
    blockContainer?.create(null, paragraph?.create(null, schema.text(line))),
  );
  view.dispatch(tr.insert(endOf(doc).pos, blocks as Node[]));
}

/** From top to bottom. */
export function boxesIn(doc: Node): Box[] {
  const boxes: Box[] = [];
  doc.descendants((node, pos) => {
    if (node.type.name === BOX)
      boxes.push({ pos, words: node.textContent.trim(), checked: node.attrs.checked === true });
  });
  return boxes;
}

/** Turns a box; false where it stands there no more. */
export function tick(view: EditorView, { pos, checked }: Box): boolean {
  const { doc, tr } = view.state;
  if (pos >= doc.content.size || doc.nodeAt(pos)?.type.name !== BOX) return false;
  view.dispatch(tr.setNodeAttribute(pos, "checked", !checked));
  return true;
}
