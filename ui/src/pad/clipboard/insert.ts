/** Puts what was read where the caret is. Fetched once the editor stands. */
import type { Selection } from "@tiptap/pm/state";
import { toast } from "../../kit/Toast";
import { t } from "../../strings";
import { lettersOf, lineOf, type Inline, type PlainBlock } from "../../forms/blocks";
import { isClosed, putBeside, standBeside } from "./beside";
import type { Flavours } from "./flavours";
import { putMany, type Taker } from "./many";
import { isOneTable, lettersIn, linesOf, read, readLine, type Read } from "./read";
import { safePage } from "./safe";
import { bytesIn, weightOf } from "./weight";

/** The editor, as far as pasting needs it. */
export interface Target extends Taker {
  pasteHTML(html: string, raw?: boolean): void;
  pasteText(text: string): unknown;
  /** Of blocks as plain data, which the editor's own types know kind by kind. */
  blocksToFullHTML(blocks: object[]): string;
  prosemirrorState: { selection: Pick<Selection, "$from" | "$to"> };
}

/** How deep the last block lies: each level is a group and a container of the editor. */
function depthOf(blocks: readonly PlainBlock[]): number {
  const last = blocks.at(-1);
  const under = last?.children ?? [];
  return under.length > 0 ? 2 + depthOf(under) : 2 + (isClosed(last) ? 0 : 1);
}

/**
 * ProseMirror takes the last break of a block for one that only gives it height, so a real one gets such a one behind it.
 * Cells keep theirs.
 */
const withEnds = (block: PlainBlock): PlainBlock => {
  const line = block.type === "codeBlock" ? [] : lineOf(block);
  const end: Inline[] = lettersOf(line).endsWith("\n")
    ? [{ type: "text", text: "\n", styles: {} }]
    : [];
  return {
    ...block,
    ...(end.length > 0 && { content: [...line, ...end] }),
    ...(block.children && { children: block.children.map(withEnds) }),
  };
};

/**
 * The editor's own HTML, with what ProseMirror writes beside it: every space stands,
 * and the first and the last line join the words where they are put.
 */
function put(editor: Target, blocks: PlainBlock[]): void {
  const start = isClosed(blocks[0]) ? 2 : 3;
  if (countOf(blocks) > MANY) return putMany(editor, blocks, start, depthOf(blocks));
  editor.pasteHTML(
    `<div data-pm-slice="${start} ${depthOf(blocks)} []">${editor.blocksToFullHTML(blocks.map(withEnds))}</div>`,
    true,
  );
}

/** The same for blocks as the editor puts them on the clipboard; any page can put something there under that name. */
function ownWithEnds(html: string): string {
  const { body } = safePage(html).page;
  for (const last of body.querySelectorAll("br:last-child"))
    if (!last.nextSibling && !last.closest("a, td, th")) last.after(last.cloneNode());
  return body.innerHTML;
}

function readFor(flavours: Flavours, inCell: boolean): Read {
  const whole = read(flavours);
  // cells go into cells, and whatever else into one cell as text
  if (!inCell || whole.blocks.length === 0 || (flavours.html && isOneTable(whole.blocks)))
    return whole;
  return { ...whole, blocks: [{ type: "paragraph", content: readLine(flavours) }] };
}

/** From so many blocks on they are put as such, and letters of the editor's own HTML are too many for it. */
const MANY = 100;
const OWN_MAX = 40_000;

const countOf = (blocks: readonly PlainBlock[]): number =>
  blocks.reduce((sum, { children }) => sum + 1 + countOf(children ?? []), 0);

/** What is pasted where the caret is in no code. */
function blocksFor(flavours: Flavours, wordsOnly: boolean, inCell: boolean): Read {
  if (wordsOnly && flavours.plain)
    return inCell
      ? readFor({ ...flavours, html: "" }, true)
      : { blocks: linesOf(flavours.plain), lost: 0 };
  return readFor({ ...flavours, html: flavours.html || flavours.own }, inCell);
}

/** Pastes what needs no more than `room` bytes of the pad; `wordsOnly`: without any form. */
export function insert(
  editor: Target,
  flavours: Flavours,
  { wordsOnly, room }: { wordsOnly: boolean; room: number },
): void {
  const { selection } = editor.prosemirrorState;
  const { type, inlineContent } = selection.$from.parent;
  if (flavours.plain.length > room) return toast(t.pad.tooMuch);
  if (type.spec.code) {
    const { letters, lost } = lettersIn(flavours);
    if (bytesIn(letters) > room) toast(t.pad.tooMuch);
    else if (letters) editor.pasteText(letters);
    else if (lost > 0 || flavours.files) toast(t.pad.noFiles);
    return;
  }
  const isOwn = flavours.own !== "" && !wordsOnly && flavours.own.length <= Math.min(OWN_MAX, room);
  if (isOwn && !inlineContent) return editor.pasteHTML(ownWithEnds(flavours.own), true);
  const { blocks, lost } = blocksFor(flavours, wordsOnly, type.isInGroup("tableContent"));
  const isBeside = standBeside(selection, blocks);
  if (isOwn && !isBeside) return editor.pasteHTML(ownWithEnds(flavours.own), true);
  if (weightOf(blocks) > room) toast(t.pad.tooMuch);
  else if (isBeside) putBeside(editor, blocks);
  else if (blocks.length > 0) put(editor, blocks);
  else if (lost > 0 || flavours.files) toast(t.pad.noFiles);
}
