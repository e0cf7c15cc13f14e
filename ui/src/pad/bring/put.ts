/** Brought blocks, put into the text a portion at a time: thousands of lines, and nobody's key waits for them. */
import { blockToNode, type BlockNoteEditor, type PartialBlock } from "@blocknote/core";
import type { PlainBlock } from "../../forms/blocks";
import { rest } from "./portions";

export type Taker = Pick<BlockNoteEditor, "transact" | "domElement">;

/** Blocks of the first portion; more or fewer follow, by how long that took. */
const FIRST = 100;
const FEWEST = 50;
const MOST = 400;
/** A portion takes about so long (ms): half of what a person feels. */
const WANTED_MS = 40;

/** At the end of the text, or in its place. */
export type Place = "end" | "instead";

function putPortion(editor: Taker, blocks: readonly PlainBlock[], place: Place): void {
  editor.transact((tr) => {
    const { schema } = tr.doc.type;
    const nodes = blocks.map((block) => blockToNode(block as PartialBlock, schema));
    const end = tr.doc.content.size - 1; // inside of the one group that holds the text
    if (place === "instead") tr.replaceWith(1, end, nodes);
    else tr.insert(end, nodes);
  });
}

export async function putBrought(
  editor: Taker,
  blocks: readonly PlainBlock[],
  place: Place,
): Promise<void> {
  const show = hidden(editor.domElement?.parentElement ?? null);
  try {
    await putPortions(editor, blocks, place);
  } finally {
    show();
  }
}

/** While thousands of lines come in, behind a sheet, nobody sees them, and they are laid out once instead of with each portion. */
function hidden(around: HTMLElement | null): () => void {
  around?.style.setProperty("content-visibility", "hidden");
  return () => around?.style.removeProperty("content-visibility");
}

async function putPortions(
  editor: Taker,
  blocks: readonly PlainBlock[],
  place: Place,
): Promise<void> {
  let count = FIRST;
  for (let at = 0; at < blocks.length;) {
    const began = performance.now();
    putPortion(editor, blocks.slice(at, at + count), at === 0 ? place : "end");
    at += count;
    await rest();
    const took = performance.now() - began;
    count = Math.max(FEWEST, Math.min(MOST, Math.floor((count * WANTED_MS) / Math.max(took, 1))));
  }
}
