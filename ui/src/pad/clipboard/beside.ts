/** Blocks that never melt into a line: tables, code, dividers, files. Pasted into one they stand beside it, at its level. */
import type { Node } from "@tiptap/pm/model";
import { Selection, type Transaction } from "@tiptap/pm/state";
import { uuidv4 } from "lib0/random";
import { isFile, type PlainBlock } from "../../forms/blocks";
import { afterOf, isBlank, placeAt, type Place } from "../typing/places";
import { nodesOf, type Taker } from "./many";

const CLOSED = new Set(["table", "codeBlock", "divider"]);
export const isClosed = (block: PlainBlock | undefined): boolean =>
  block !== undefined && (isFile(block) || CLOSED.has(block.type ?? ""));

/**
 * Whether these blocks must stand beside the line that is selected in: ProseMirror would nest a first one that is closed in it, and
 * hang what is nested in that line on a last one.
 */
export function standBeside(
  { $from, $to }: Pick<Selection, "$from" | "$to">,
  blocks: readonly PlainBlock[],
): boolean {
  const { parent } = $from;
  if (!parent.inlineContent || parent.type.isInGroup("tableContent")) return false;
  const place = placeAt($from);
  if (!place || isBlank(place)) return false;
  const isAtEnd = $to.parentOffset === $to.parent.content.size;
  return isClosed(blocks[0]) || (isAtEnd && isClosed(blocks.at(-1)));
}

/** Puts nodes where a line was broken in two; the caret goes to the start of the second part, which keeps what is nested. */
function between(tr: Transaction, { content }: Place, nodes: readonly Node[]): void {
  const { pos } = tr.selection.$head;
  tr.split(pos, 2, [
    { type: tr.doc.resolve(pos).node(-1).type, attrs: { id: uuidv4() } },
    { type: content.type, attrs: content.attrs },
  ]);
  const at = pos + 2; // behind the first part and its container
  tr.insert(at, [...nodes]);
  const end = nodes.reduce((sum, node) => sum + node.nodeSize, at);
  tr.setSelection(Selection.near(tr.doc.resolve(end), 1));
}

/** Puts nodes below a line and what is nested in it, or in the place of an empty one; the caret goes to their end. */
function below(tr: Transaction, place: Place, nodes: readonly Node[]): void {
  const end = afterOf(place);
  const start = isBlank(place) ? place.pos : end;
  tr.replaceWith(start, end, [...nodes]);
  const last = nodes.reduce((sum, node) => sum + node.nodeSize, start);
  tr.setSelection(Selection.near(tr.doc.resolve(last), -1));
}

/** Puts blocks beside the line that is selected in, in one step. What is selected goes away, and first words join the line. */
export function putBeside(editor: Taker, blocks: readonly PlainBlock[]): void {
  editor.transact((tr) => {
    tr.deleteSelection();
    const nodes = nodesOf(blocks, tr.doc.type.schema);
    const [first] = nodes;
    if (first && !isClosed(blocks[0]) && first.childCount === 1) {
      tr.insert(tr.selection.head, first.child(0).content);
      nodes.shift();
    }
    const { $head } = tr.selection;
    const place = placeAt($head);
    if (!place) return;
    if ($head.parentOffset === $head.parent.content.size) below(tr, place, nodes);
    else if ($head.parentOffset === 0) tr.insert(place.pos, nodes);
    else between(tr, place, nodes);
    tr.setMeta("paste", true).setMeta("uiEvent", "paste").scrollIntoView();
  });
}
