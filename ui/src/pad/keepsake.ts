/** What a page keeps of a pad's text after its end, and the text's way into a new pad. Never stored: it goes with the page. */
import type { PlainBlock } from "../forms/blocks";

/** The text, taken while the editor still stood; the document and its history are gone. */
export interface Keepsake {
  blocks: readonly PlainBlock[];
  /** What of it the pad has not taken, as letters: nobody else has it. */
  words?: string;
}

let carried: { pad: string; blocks: PlainBlock[] } | null = null;

/** The same without ids: in the new pad these are new blocks of a new text, by whoever brings them. */
function anonymous(block: PlainBlock): PlainBlock {
  const copy = { ...block, children: (block.children ?? []).map(anonymous) };
  delete copy.id;
  return copy;
}

/** Gives these blocks to the next editor of that pad. */
export function carry(pad: string, blocks: readonly PlainBlock[]): void {
  carried = { pad, blocks: blocks.map(anonymous) };
}

/** What was given for this pad, once. */
export function takeCarried(pad: string): PlainBlock[] | null {
  if (carried?.pad !== pad) return null;
  const { blocks } = carried;
  carried = null;
  return blocks;
}
