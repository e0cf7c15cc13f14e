/** What can be done with a whole block, or with all that are selected: each one step, and the caret stays with what it was done to. */
import type { Block, BlockNoteEditor, PartialBlock } from "@blocknote/core";

/** A kind of block that another can be turned into. */
export interface Kind {
  name: string;
  type: string;
  props?: Record<string, boolean | number | string | undefined>;
}

export type ColourOf = "textColor" | "backgroundColor";

/** The block, or all selected ones where it is among them; of nested ones only the outermost. */
export function chosen(editor: BlockNoteEditor, block: Block): Block[] {
  const selected = editor.getSelection()?.blocks ?? [];
  if (!selected.some(({ id }) => id === block.id)) return [block];
  const ids = new Set(selected.map(({ id }) => id));
  const isInside = (each: Block): boolean => {
    const parent = editor.getParentBlock(each);
    return parent !== undefined && (ids.has(parent.id) || isInside(parent));
  };
  return selected.filter((each) => !isInside(each));
}

/** Blocks of words: tables, pictures and dividers stay what they are. */
export const canTurn = (block: Block): boolean => Array.isArray(block.content);

export const hasColour = (block: Block, of: ColourOf): boolean => of in block.props;

export const colourOf = (block: Block, of: ColourOf): string =>
  String((block.props as Record<string, unknown>)[of] ?? "default");

export const isOfKind = (block: Block, { type, props = {} }: Kind): boolean =>
  block.type === type &&
  Object.entries(props).every(
    ([name, value]) => (block.props as Record<string, unknown>)[name] === value,
  );

/** The keys go on in this block, unless the caret is in one of these already. */
function stay(
  editor: BlockNoteEditor,
  block: { id: string } | undefined,
  among: readonly Block[] = [],
): void {
  editor.focus();
  if (!block || !editor.getBlock(block.id)) return;
  const at = editor.getTextCursorPosition().block.id;
  if (!among.some(({ id }) => id === at)) editor.setTextCursorPosition(block.id, "end");
}

export function turn(editor: BlockNoteEditor, block: Block, { type, props }: Kind): void {
  const blocks = chosen(editor, block).filter(canTurn);
  editor.transact(() => {
    for (const each of blocks) editor.updateBlock(each, { type, props } as PartialBlock);
  });
  stay(editor, block, blocks);
}

export function colour(editor: BlockNoteEditor, block: Block, of: ColourOf, name: string): void {
  const blocks = chosen(editor, block).filter((each) => hasColour(each, of));
  editor.transact(() => {
    for (const each of blocks) editor.updateBlock(each, { props: { [of]: name } } as PartialBlock);
  });
  stay(editor, block, blocks);
}

/** A copy without ids, at any depth: two blocks of one id are one block to everything that looks for it. */
const fresh = ({ type, props, content, children }: Block): PartialBlock =>
  ({ type, props, content, children: children.map(fresh) }) as PartialBlock;

export function duplicate(editor: BlockNoteEditor, block: Block): void {
  const blocks = chosen(editor, block);
  const last = blocks[blocks.length - 1] ?? block;
  const copies = editor.insertBlocks(blocks.map(fresh), last, "after");
  const [first, end] = [copies[0], copies[copies.length - 1]];
  const areWords = [first, end].every((each) => Array.isArray(each?.content)); // others hold no caret
  if (!first || !end || first === end || !areWords) return stay(editor, end);
  // the next key means all of them, as this one did
  editor.focus();
  editor.setSelection(first, end);
}

export function move(editor: BlockNoteEditor, block: Block, way: "up" | "down"): void {
  const blocks = chosen(editor, block);
  // the selection moves with its blocks; another block moves alone and leaves the selection where it is
  const one =
    blocks.length === 1 && editor.getTextCursorPosition().block.id !== block.id ? block : undefined;
  if (way === "up") editor.moveBlocksUp(one);
  else editor.moveBlocksDown(one);
  stay(editor, block, blocks);
}

/** Whether there is anywhere to go. */
export const canMove = (editor: BlockNoteEditor, block: Block, way: "up" | "down"): boolean => {
  const blocks = chosen(editor, block);
  const edge = way === "up" ? blocks[0] : blocks[blocks.length - 1];
  if (!edge) return false;
  return (
    (way === "up" ? editor.getPrevBlock(edge) : editor.getNextBlock(edge)) !== undefined ||
    editor.getParentBlock(edge) !== undefined
  );
};

export function remove(editor: BlockNoteEditor, block: Block): void {
  const blocks = chosen(editor, block);
  const [first = block] = blocks;
  const next =
    editor.getNextBlock(blocks[blocks.length - 1] ?? block) ??
    editor.getPrevBlock(first) ??
    editor.getParentBlock(first);
  editor.removeBlocks(blocks);
  stay(editor, next ?? editor.document[0]);
}
