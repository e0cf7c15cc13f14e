/**
 * A line that one has broken while another took it along: the copy has gone elsewhere and the other half has stayed. It follows where
 * it would stand on the wrong side, so that the line still reads from its beginning to its end.
 */
import { TextSelection, type Transaction } from "prosemirror-state";
import type * as Y from "yjs";
import { bornLine } from "./blocks";
import { bringIn, editIn, type Copy } from "./copies";
import { isGroupType } from "./misfits";
import { Part, Run, startOf, type Shown } from "./shown";
import { isGone, type AnyType } from "./yjs";

/** The block of one's own that has what an edit has taken out of a line. */
function halfOf(words: string, elements: readonly Y.XmlElement[], shown: Shown): Part | null {
  const isIt = (each: Y.XmlElement) => !isGone(each) && bornLine(each)?.letters === words;
  const part = shown.get(elements.find(isIt) as AnyType | undefined as AnyType);
  return part instanceof Part && part.node.type.isInGroup("bnBlock") ? part : null;
}

const isWithin = (outer: number, size: number, pos: number): boolean =>
  pos > outer && pos < outer + size;

/** Takes a block out; of a group that would be left without any, the group. */
function takeOut(tr: Transaction, pos: number): void {
  const $pos = tr.doc.resolve(pos);
  const size = tr.doc.nodeAt(pos)?.nodeSize ?? 0;
  const isAlone = $pos.depth > 1 && isGroupType($pos.parent.type) && $pos.parent.childCount === 1;
  if (isAlone) tr.delete($pos.before(), $pos.after());
  else tr.delete(pos, pos + size);
}

/** Brings the other half of a line beside the copy that this edit has shortened, if it stands on the wrong side of it. */
export function bringHalf(
  tr: Transaction,
  copy: Copy,
  shown: Shown,
  elements: readonly Y.XmlElement[],
): void {
  const { letters, text } = copy.born;
  const { at, deleted } = editIn(copy.born, bringIn(copy));
  const isSecond = at > 0 && at + deleted === letters.length;
  if (deleted === 0 || (!isSecond && at > 0) || deleted === letters.length) return;
  const half = halfOf(letters.slice(at, at + deleted), elements, shown);
  const run = shown.get(text as unknown as AnyType);
  const block = run instanceof Run ? run.parent?.parent : null;
  if (!half || !block || half === block || isGone(text)) return;
  const [from, to] = [half, block].map((part) => tr.mapping.map(startOf(part))) as [number, number];
  const [node, beside] = [tr.doc.nodeAt(from), tr.doc.nodeAt(to)];
  if (!node || !beside || isSecond === from > to) return;
  if (isWithin(from, node.nodeSize, to) || isWithin(to, beside.nodeSize, from)) return;
  const offset = tr.selection.head - from;
  const hasCaret = isWithin(from, node.nodeSize, tr.selection.head);
  const steps = tr.steps.length;
  takeOut(tr, from);
  const goes = tr.mapping.slice(steps).map(isSecond ? to + beside.nodeSize : to);
  tr.insert(goes, node);
  if (hasCaret) tr.setSelection(TextSelection.near(tr.doc.resolve(goes + offset)));
}
