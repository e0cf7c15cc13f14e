/** What does not fit: it stays in the document, and a grey block stands in its place. Nothing here ever writes. */
import {
  Fragment,
  type ContentMatch,
  type Node,
  type NodeType,
  type Schema,
} from "prosemirror-model";
import * as Y from "yjs";
import { Part, Run, type Kid } from "./shown";
import { contentOf, Loose, nameOf, type Source } from "./yjs";

/** The block that stands for what can't be shown. A schema without it leaves such things out, and keeps them all the same. */
export const MISFIT = "misfit";
/** The same in a line. */
export const INLINE_MISFIT = "misfitInLine";
/** A copy gets this many letters of it. */
const LETTERS_MAX = 10_000;

/** The letters in anything, for copies. */
function plainTextOf(thing: unknown): string {
  const lines: string[] = [];
  const open: unknown[] = [thing];
  let left = LETTERS_MAX;
  while (open.length > 0 && left > 0) {
    const next = open.pop();
    if (next instanceof Y.XmlText || next instanceof Y.Text) {
      const line = (next.toDelta() as { insert: unknown }[])
        .map(({ insert }) => (typeof insert === "string" ? insert : ""))
        .join("");
      if (line) lines.push(line.slice(0, left));
      left -= line.length;
    } else if (next instanceof Loose) {
      lines.push(next.letters.slice(0, left));
      left -= next.letters.length;
    } else if (next instanceof Y.XmlFragment) {
      for (const thing of contentOf(next).reverse()) open.push(thing);
    }
  }
  return lines.join("\n");
}

/** The id of a container that is in no document, around the misfit with this name. */
export const idAround = (name: string): string => `misfit-${name}`;

/** The grey block for a thing, in a container of its own where the place asks for one. */
export function misfitFor(thing: unknown, match: ContentMatch, schema: Schema): Part | null {
  const type = schema.nodes[MISFIT];
  if (!type) return null;
  const name = nameOf(thing);
  const node = type.create({ name, text: plainTextOf(thing) });
  const source = thing as Source;
  if (match.matchType(type)) return new Part(source, node, [], true);
  const wrapping = match.findWrapping(type);
  if (!wrapping || wrapping.length !== 1) return null;
  const container = (wrapping[0] as NodeType).create({ id: idAround(name) }, node);
  return new Part(source, container, [new Part(null, node, [])], true);
}

/** The grey word for a thing in a line. */
export function misfitInLine(thing: unknown, schema: Schema): Part | null {
  const type = schema.nodes[INLINE_MISFIT];
  return type && thing instanceof Y.XmlElement
    ? new Part(thing, type.create({ name: nameOf(thing), text: plainTextOf(thing) }), [], true)
    : null;
}

/**
 * A node that nobody has written: shown, and written with the first letter that somebody puts into it. A block gets the
 * same id on every page.
 */
export function madeUp(bare: Node, name: string): Part {
  const needsId = bare.type.isInGroup("bnBlock") && bare.attrs.id === null;
  const node = needsId
    ? bare.type.create({ ...bare.attrs, id: `made-${name}` }, bare.content, bare.marks)
    : bare;
  const kids: Kid[] = [];
  let letters: Node[] = [];
  const flush = () => {
    if (letters.length > 0) kids.push(new Run([], letters));
    letters = [];
  };
  node.forEach((child) => {
    if (child.isText) return void letters.push(child);
    flush();
    kids.push(madeUp(child, name));
  });
  flush();
  const nodes = kids.flatMap((kid) => (kid instanceof Part ? [kid.node] : kid.nodes));
  return new Part(null, node.copy(Fragment.fromArray(nodes)), kids);
}

export const isGroupType = (type: NodeType): boolean => type.isInGroup("childContainer");

/** A group in which nothing is left is as good as none. A cell or a block with nothing in it keeps its place. */
export const isHollow = (kid: Part): boolean =>
  isGroupType(kid.node.type) &&
  kid.source !== null &&
  !kid.misfit &&
  kid.kids.length > 0 &&
  kid.kids.every((each) => each instanceof Part && each.source === null && !each.misfit);

interface Fitted {
  kids: Kid[];
  /** What found no place. */
  strays: Kid[];
}

/** Puts children where a node's content allows them, and makes up what is missing between them. */
export function fit(type: NodeType, kids: readonly Kid[], name: string): Fitted {
  const fitted: Fitted = { kids: [], strays: [] };
  let match = type.contentMatch;
  const take = (kid: Kid, next: ContentMatch) => {
    fitted.kids.push(kid);
    match = next;
  };
  for (const kid of kids) {
    if (kid instanceof Run) {
      if (type.inlineContent) take(kid, match);
      else fitted.strays.push(kid);
      continue;
    }
    const next = match.matchType(kid.node.type);
    if (next && match.validEnd && isHollow(kid)) continue;
    if (next) {
      take(kid, next);
      continue;
    }
    const filler = match.fillBefore(Fragment.from(kid.node));
    const grey = filler || !kid.source ? null : misfitFor(kid.source, match, type.schema);
    if (grey) take(grey, match.matchType(grey.node.type) as ContentMatch);
    else if (!filler) fitted.strays.push(kid);
    if (!filler) continue;
    filler.forEach((node) => take(madeUp(node, name), match.matchType(node.type) as ContentMatch));
    take(kid, match.matchType(kid.node.type) as ContentMatch);
  }
  match.fillBefore(Fragment.empty, true)?.forEach((node) => fitted.kids.push(madeUp(node, name)));
  return fitted;
}

/** The content that these children make, with the marks that are allowed there. */
export function contentFrom(type: NodeType, kids: readonly Kid[]): Fragment {
  const nodes: Node[] = [];
  for (const kid of kids) {
    const own = kid instanceof Run ? kid.nodes : [kid.node];
    for (const node of own)
      nodes.push(type.allowsMarks(node.marks) ? node : node.mark(type.allowedMarks(node.marks)));
  }
  return Fragment.fromArray(nodes);
}
