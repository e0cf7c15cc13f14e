/** Many blocks, put where the caret is. Their HTML would go through the editor's parser, which gives each its id in a step of its own. */
import { blockToNode, type BlockNoteEditor, type PartialBlock } from "@blocknote/core";
import { Fragment, Slice, type Node, type Schema } from "@tiptap/pm/model";

export type Taker = Pick<BlockNoteEditor, "transact">;

/** Blocks as the editor has them in its document. */
export const nodesOf = (blocks: readonly object[], schema: Schema): Node[] =>
  blocks.map((block) => blockToNode(block as PartialBlock, schema));

/** `openStart` and `openEnd`: how deep the first and the last line lie, which join the words there. */
export function putMany(
  editor: Taker,
  blocks: readonly object[],
  openStart: number,
  openEnd: number,
): void {
  editor.transact((tr) => {
    const { schema } = tr.doc.type;
    const group = schema.nodes.blockGroup?.create(null, nodesOf(blocks, schema));
    tr.replaceSelection(new Slice(Fragment.from(group), openStart, openEnd));
    tr.setMeta("paste", true).setMeta("uiEvent", "paste").scrollIntoView();
  });
}
