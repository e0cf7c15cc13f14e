/** Places both ways: an offset in the editor's document, and a place in Yjs that stays when others write. */
import * as Y from "yjs";
import { Part, Run, startOf, type Kid, type Shown } from "./shown";
import { itemOf, parentOf, placeIn, typeNamed, type AnyType } from "./yjs";

/** Beside which letter a place in a line stays: the one before it (-1) or the one after it (0). */
type Assoc = -1 | 0;

/** The place in Yjs of an offset in the document. */
export function toRelative(pos: number, root: Part, assoc: Assoc = 0): Y.RelativePosition {
  let part = root;
  let offset = Math.max(0, Math.min(pos, root.node.content.size));
  for (;;) {
    if (part.node.inlineContent) {
      const run = runAt(part, offset);
      if (run) return inRun(run, offset - (part.offsets[run.index] as number), assoc);
    }
    const at = part.kidAt(offset);
    const kid = part.kids[at];
    const start = part.offsets[at] as number;
    const open =
      kid instanceof Part &&
      kid.kids.length + kid.node.content.size > 0 &&
      !kid.misfit &&
      kid.source !== null;
    if (!open || offset <= start || offset >= start + kid.size) return between(part, offset);
    offset -= start + 1;
    part = kid;
  }
}

/** The run that holds a place, or ends or begins there. */
function runAt(part: Part, offset: number): Run | null {
  const at = part.kidAt(offset);
  for (const kid of [part.kids[at], offset === part.offsets[at] ? part.kids[at - 1] : undefined]) {
    if (
      kid instanceof Run &&
      kid.texts.length > 0 &&
      offset <= (part.offsets[kid.index] as number) + kid.size
    )
      return kid;
  }
  return null;
}

function inRun(run: Run, offset: number, assoc: Assoc): Y.RelativePosition {
  let at = offset;
  for (const [i, text] of run.texts.entries()) {
    const length = run.lengths[i] as number;
    if (at < length || (at === length && (assoc < 0 || i === run.texts.length - 1)))
      return Y.createRelativePositionFromTypeIndex(text, at, assoc);
    at -= length;
  }
  return placeIn(run.texts.at(-1) as unknown as AnyType, null);
}

/** A place between two nodes: before the next one that is in the document, else at the end of what holds them. */
function between(part: Part, offset: number): Y.RelativePosition {
  const type = part.source as AnyType | null;
  if (!type)
    return part.parent
      ? between(part.parent, part.parent.offsets[part.index] as number)
      : placeIn(typeOfRoot(part), null);
  const { kids, offsets } = part;
  let i = part.kidAt(offset);
  if ((offsets[i] as number) < offset) i++;
  while (i > 0 && (offsets[i - 1] as number) >= offset) i--; // empty runs begin where the next one does
  while (i < kids.length && parentOf(typeOf(kids[i] as Kid)) !== type) i++; // what was made up, or stands elsewhere
  return placeIn(type, i < kids.length ? itemOf(typeOf(kids[i] as Kid)) : null);
}

const typeOfRoot = (part: Part): AnyType => part.source as AnyType;
const typeOf = (kid: Kid): AnyType | null =>
  ((kid instanceof Run ? kid.texts[0] : kid.source) ?? null) as AnyType | null;

/** The offset in the document of a place in Yjs; `null` if it is not in what is shown. */
export function toAbsolute(place: Y.RelativePosition, shown: Shown, doc: Y.Doc): number | null {
  const beside = place.item && shownAs(place.item, shown, doc);
  if (beside) return startOf(beside) + (place.assoc < 0 ? beside.size : 0);
  const found = absoluteIn(place, doc);
  if (!found) return null;
  const kid = shown.get(found.type as AnyType);
  if (kid instanceof Run) {
    const before = kid.lengths
      .slice(0, kid.texts.indexOf(found.type as Y.XmlText))
      .reduce((sum, length) => sum + length, 0);
    return (
      startOf(kid) +
      before +
      Math.min(found.index, kid.lengths[kid.texts.indexOf(found.type as Y.XmlText)] ?? 0)
    );
  }
  if (!kid) return null;
  if (kid.misfit) return startOf(kid);
  return found.type instanceof Y.XmlFragment
    ? amongKids(kid, place.item || place.assoc < 0 ? found.index : Infinity)
    : null;
}

/** The node, or the run that begins with the text, that is shown for this very item: most places between nodes are told by one. */
function shownAs(id: Y.ID, shown: Shown, doc: Y.Doc): Kid | null {
  const type = typeNamed(doc, `${id.client}-${id.clock}`);
  const kid = type && shown.get(type);
  return kid && typeOf(kid) === type ? kid : null;
}

function absoluteIn(place: Y.RelativePosition, doc: Y.Doc): Y.AbsolutePosition | null {
  if (place.tname !== null && !doc.share.has(place.tname)) return null; // Yjs would make it
  try {
    return Y.createAbsolutePositionFromRelativePosition(place, doc);
  } catch {
    return null; // it names what this document has never had
  }
}

/** The place in a part before its child number `index` in Yjs. */
function amongKids(part: Part, index: number): number {
  let left = index;
  for (const [i, kid] of part.kids.entries()) {
    if (left <= 0) return part.inside + (part.offsets[i] as number);
    if (parentOf(typeOf(kid)) === (part.source as AnyType))
      left -= kid instanceof Run ? kid.texts.length : 1;
  }
  return part.inside + part.node.content.size;
}

/** The binding's `mapping`, or a document that nobody bound. */
const rootOf = (mapping: unknown): Part | null => (mapping as Shown).root;

/** As in y-prosemirror. `mapping` is the binding's. */
export function absolutePositionToRelativePosition(
  pos: number,
  type: Y.XmlFragment,
  mapping: Map<AnyType, unknown>,
): Y.RelativePosition {
  const root = rootOf(mapping);
  return root ? toRelative(pos, root) : placeIn(type as AnyType, null);
}

/** As in y-prosemirror. `null` where the place is not in this fragment, or `mapping` is not of this fragment. */
export function relativePositionToAbsolutePosition(
  doc: Y.Doc,
  type: Y.XmlFragment,
  place: Y.RelativePosition,
  mapping: Map<AnyType, unknown>,
): number | null {
  return rootOf(mapping)?.source === type
    ? toAbsolute(place, mapping as unknown as Shown, doc)
    : null;
}

/** The line that holds an offset of the document. */
export function lineAt(pos: number, root: Part): Part | null {
  let part = root;
  let offset = pos;
  while (!part.node.inlineContent) {
    const at = part.kidAt(offset);
    const kid = part.kids[at];
    if (!(kid instanceof Part)) return null;
    offset -= (part.offsets[at] as number) + 1;
    part = kid;
  }
  return part;
}
