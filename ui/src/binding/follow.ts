/** Where a caret goes when somebody takes the letters around it to another line: they break it, join it to another, or move its block. */
import type { Node, ResolvedPos } from "prosemirror-model";
import { Selection, type Transaction } from "prosemirror-state";
import { OBJECT } from "./shown";

/** The letters that went, and where in them the caret was. */
interface Taken {
  letters: string;
  offset: number;
}

const lettersInLine = (line: Node): string =>
  line.textBetween(0, line.content.size, undefined, OBJECT);

/** What a transaction takes away on both sides of a place, without a gap; `null` where it leaves the letter before it. */
function takenAt(tr: Transaction, $pos: ResolvedPos): Taken | null {
  const letters = lettersInLine($pos.parent);
  const isGone = (at: number) => tr.mapping.mapResult($pos.start() + at, 1).deletedAfter;
  let [from, to] = [$pos.parentOffset, $pos.parentOffset];
  while (from > 0 && isGone(from - 1)) from--;
  while (to < letters.length && isGone(to)) to++;
  if (from === $pos.parentOffset && from > 0) return null;
  return from < to ? { letters: letters.slice(from, to), offset: $pos.parentOffset - from } : null;
}

/** The next line before (-1) or behind (1) the one of this place. */
function lineBeside(doc: Node, pos: number, side: -1 | 1): ResolvedPos | null {
  const $pos = doc.resolve(pos);
  const from = $pos.parent.isTextblock
    ? doc.resolve(side < 0 ? $pos.before() : $pos.after())
    : $pos;
  return Selection.findFrom(from, side, true)?.$head ?? null;
}

/** A place in the line of the block with this id. */
function lineOf(doc: Node, id: unknown): ResolvedPos | null {
  let found: number | null = null;
  doc.descendants((node, pos) => {
    if (found === null && node.attrs.id === id && node.firstChild?.isTextblock) found = pos + 2;
    return found === null;
  });
  return found === null ? null : doc.resolve(found);
}

const idAt = ($pos: ResolvedPos): unknown =>
  $pos.depth > 0 ? $pos.node($pos.depth - 1).attrs.id : null;

/** The place in the new document; `null` where the caret stays where it is. */
export function followed(tr: Transaction, before: Node, pos: number): number | null {
  const $pos = before.resolve(pos);
  const taken = $pos.parent.isTextblock ? takenAt(tr, $pos) : null;
  if (!taken) return null;
  const now = tr.mapping.map(pos, -1);
  const id = idAt($pos);
  const broken = () => place(lineBeside(tr.doc, now, 1), taken, lineBeside(before, pos, 1));
  const joined = () =>
    place(tr.doc.resolve(now), taken, null) ??
    place(lineBeside(tr.doc, now, -1), taken, lineBeside(before, pos, -1));
  const moved = () =>
    id && idAt(tr.doc.resolve(now)) !== id ? place(lineOf(tr.doc, id), taken, null) : null;
  return moved() ?? broken() ?? joined();
}

/** The caret among these letters in a line, unless that is the line `was`, where nothing has come. */
function place(
  $line: ResolvedPos | null,
  { letters, offset }: Taken,
  was: ResolvedPos | null,
): number | null {
  if (!$line?.parent.isTextblock || $line.parent === was?.parent) return null;
  const at = lettersInLine($line.parent).lastIndexOf(letters);
  return at < 0 ? null : $line.start() + at + offset;
}
