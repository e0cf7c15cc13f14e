/** A copy that another has made of a line of one's own: what one is to bring into it, and where that goes. */
import type { Node } from "prosemirror-model";
import type * as Y from "yjs";
import type { Born } from "./born";
import { editsBetween, type Edit } from "./changes";
import type { Said, Taken } from "./lately";
import { lettersIn, slicesOf } from "./line";
import type { Part } from "./shown";

/** A letter of a line as it is by one's own edits alone, and where it stands in the line; -1: others took it out. */
export interface OwnLetter {
  unit: string;
  at: number;
}

/** A copy that another has made of a line of one's own. */
export interface Copy {
  born: Born;
  line: Part;
  /** What one wrote to, before another took it along. */
  text?: Y.XmlText;
  /** The lines that were taken away with the same edit: one of them may have been joined to it. */
  took?: readonly Taken[];
  /** The line without what others have done to it meanwhile: their pages bring that. */
  own?: readonly OwnLetter[];
}

/** The place of an offset: behind the letter before it, and at the start behind what others took out there. */
function placeIn(own: readonly OwnLetter[], offset: number): number {
  const last = own.map(({ at }) => at >= 0 && at < offset).lastIndexOf(true);
  const first = own.findIndex(({ at }) => at >= 0);
  return last < 0 && first < 0 ? own.length : Math.max(last + 1, first);
}

/** What these edits of one's own alone make of a line that says something else `now`. */
export function ownIn(said: readonly Said[], now: string): OwnLetter[] {
  let own: OwnLetter[] = unitsOf(said[0]?.letters ?? "", 0);
  const pass = (before: string, after: string, isOwn: boolean): void => {
    const [edit] = editsBetween(before, after);
    if (!edit) return;
    const { at, deleted, from, to } = edit;
    const isOut = (each: OwnLetter) => each.at >= at && each.at < at + deleted;
    const left = isOwn
      ? own.filter((each) => !isOut(each))
      : own.map((each) => (isOut(each) ? { ...each, at: -1 } : each));
    const come = isOwn ? unitsOf(after.slice(from, to), from) : [];
    const place = placeIn(left, at);
    own = left.map((each) =>
      each.at < at ? each : { ...each, at: each.at + to - from - deleted },
    );
    own.splice(place, 0, ...come);
  };
  said.forEach(({ letters, becomes, isApart }, i) => {
    pass(letters, becomes, !isApart);
    pass(becomes, said[i + 1]?.letters ?? now, false);
  });
  return own;
}

const unitsOf = (letters: string, from: number): OwnLetter[] =>
  letters.split("").map((unit, i) => ({ unit, at: from + i }));

/** What one is to bring from a line into the copy. */
export const bringIn = ({ line: { node }, own }: Copy): readonly Node[] =>
  own?.flatMap(({ unit, at }) =>
    at < 0 ? [node.type.schema.text(unit)] : slicesOf(node.children, at, at + 1),
  ) ?? node.children;

export const ownBefore = ({ own }: Copy, offset: number): number =>
  own ? placeIn(own, offset) : offset;

/** What makes of the letters that a line was born with those that it is to say. */
export const editIn = (born: Born, fresh: readonly Node[]): Edit =>
  editsBetween(born.letters, lettersIn(fresh))[0] ?? { at: 0, deleted: 0, from: 0, to: 0 };

/** How many of the letters that a line was born with stand before an offset of what it is to say. */
export const bornBefore = ({ at, deleted, from, to }: Edit, offset: number): number =>
  offset <= from ? offset : offset <= to ? at : offset - (to - from) + deleted;

/** Whether some letters stand in another line than the one of this place. */
export function isElsewhere(doc: Node, letters: string, place = -1): boolean {
  let found = false;
  doc.descendants((node, pos) => {
    const isOther = node.isTextblock && (place <= pos || place > pos + node.nodeSize);
    found ||= isOther && node.textContent.includes(letters);
    return !found;
  });
  return found;
}
