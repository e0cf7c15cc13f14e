/** Brought blocks, put into the text a portion at a time: thousands of lines, and nobody's key waits for them. */
import { blockToNode, type BlockNoteEditor, type PartialBlock } from "@blocknote/core";
import type { PlainBlock } from "../../forms/blocks";
import { rest } from "./portions";

export type Taker = Pick<BlockNoteEditor, "transact" | "domElement" | "prosemirrorView">;

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
  const around = editor.domElement?.parentElement ?? null;
  around?.style.setProperty("content-visibility", "hidden"); // behind a sheet nobody sees them: none is laid out until all are there
  try {
    await putPortions(editor, blocks, place);
  } finally {
    if (around) void show(around, editor);
  }
}

/** Blocks that are laid out in one go. */
const SHOWN_AT_ONCE = 300;

/** The outermost blocks from the nth on are there, and not laid out, but for the one with the caret. */
const behind = (first: number, caret: number): string =>
  `.bn-editor > .bn-block-group > .bn-block-outer:nth-child(n + ${first}):not(:nth-child(${caret})) { content-visibility: hidden }`;

/** Which of the outermost blocks the caret is in, counted from 1. */
function caretIn({ prosemirrorView: { state } }: Taker): number {
  const { $head } = state.selection;
  return $head.depth > 0 ? $head.index(1) + 1 : 1;
}

/**
 * Puts the browser's selection where the caret is, which is laid out. Behind a sheet it was left in a block that is not: from there
 * Chromium looks for text that is, past thousands of blocks, in each frame anew.
 */
function selectCaret({ prosemirrorView: view }: Taker): void {
  const { node, offset } = view.domAtPos(view.state.selection.head);
  getSelection()?.collapse(node, offset);
}

/**
 * Shows what has come in, some blocks at a time: for thousands at once a browser needs a second, in which it answers no key. The sheet
 * goes before that, since each element that stands there is styled once more when a dialog closes.
 */
async function show(around: HTMLElement, editor: Taker): Promise<void> {
  const all = around.querySelector(".bn-block-group")?.childElementCount ?? 0;
  if (all <= SHOWN_AT_ONCE) return void around.style.removeProperty("content-visibility");
  selectCaret(editor);
  const curtain = new CSSStyleSheet();
  curtain.replaceSync(behind(1, caretIn(editor)));
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, curtain];
  await rest();
  around.style.removeProperty("content-visibility");
  // a sheet that closes gives the focus back to nothing that is hidden
  if (document.activeElement === document.body) editor.prosemirrorView.focus();
  for (let shown = SHOWN_AT_ONCE; shown < all; shown += SHOWN_AT_ONCE) {
    curtain.replaceSync(behind(shown + 1, caretIn(editor)));
    void around.offsetHeight; // also in a tab that nobody looks at
    await rest();
  }
  document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== curtain);
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
