/** A copy that another has made of a line of one's own: what one is to bring into it, and where that goes. */
import type { Node } from "prosemirror-model";
import { StepMap } from "prosemirror-transform";
import type * as Y from "yjs";
import type { Born } from "./born";
import { editsBetween, type Edit } from "./changes";
import type { Said, Taken } from "./lately";
import { lettersIn, slicesOf } from "./line";
import type { Part } from "./shown";

export type Range = Pick<Edit, "from" | "to">;

/** A copy that another has made of a line of one's own. */
export interface Copy {
  born: Born;
  line: Part;
  /** What one wrote to, before another took it along. */
  text?: Y.XmlText;
  /** The lines that were taken away with the same edit: one of them may have been joined to it. */
  took?: readonly Taken[];
  /** What others have written into the line meanwhile: their pages bring it. */
  foreign?: readonly Range[];
}

/** Where letters stand in a line that others have written there between and after these edits of one's own. */
export function foreignIn(said: readonly Said[], now: string): Range[] {
  let ranges: Range[] = [];
  const pass = (before: string, after: string): Edit | undefined => {
    const [edit] = editsBetween(before, after);
    const map = edit && new StepMap([edit.at, edit.deleted, edit.to - edit.from]);
    if (map)
      ranges = ranges.map(({ from, to }) => ({ from: map.map(from, 1), to: map.map(to, -1) }));
    return edit;
  };
  said.forEach(({ letters, becomes, isApart }, i) => {
    const own = pass(letters, becomes);
    if (isApart && own) ranges.push(own);
    const edit = pass(becomes, said[i + 1]?.letters ?? now);
    // of more than what came at one place it can't be told whose it is
    if (edit?.deleted === 0) ranges.push(edit);
  });
  return ranges.filter(({ from, to }) => from < to).sort((a, b) => a.from - b.from);
}

/** What one is to bring from a line into the copy. */
export function ownIn({ line, foreign = [] }: Copy): readonly Node[] {
  const nodes: readonly Node[] = line.node.children;
  const ends = [...foreign.map(({ from }) => from), line.node.content.size];
  return ends.flatMap((end, i) => slicesOf(nodes, foreign[i - 1]?.to ?? 0, end));
}

export const ownBefore = ({ foreign = [] }: Copy, offset: number): number =>
  foreign.reduce(
    (left, { from, to }) => left - Math.max(0, Math.min(to, offset) - Math.min(from, offset)),
    offset,
  );

/** What makes of the letters that a line was born with those that it is to say. */
export const editIn = (born: Born, fresh: readonly Node[]): Edit =>
  editsBetween(born.letters, lettersIn(fresh))[0] ?? { at: 0, deleted: 0, from: 0, to: 0 };

/** How many of the letters that a line was born with stand before an offset of what it is to say. */
export const bornBefore = ({ at, deleted, from, to }: Edit, offset: number): number =>
  offset <= from ? offset : offset <= to ? at : offset - (to - from) + deleted;

/** Whether some letters stand in another line than the one of this place. */
export function isElsewhere(doc: Node, letters: string, place: number): boolean {
  let found = false;
  doc.descendants((node, pos) => {
    const isOther = node.isTextblock && (place <= pos || place > pos + node.nodeSize);
    found ||= isOther && node.textContent.includes(letters);
    return !found;
  });
  return found;
}
