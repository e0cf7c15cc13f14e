/** From an edit to Yjs: only the children that are not the same nodes as before are looked at, and only what they say anew is written. */
import type { Node } from "prosemirror-model";
import * as Y from "yjs";
import type { Change } from "./changes";
import { createText, Creator, grouped, type Created } from "./create";
import { lettersIn, Line, slicesOf, type Behind } from "./line";
import type { Taken } from "./lately";
import { isGroupType } from "./misfits";
import { readsOtherwise } from "./objects";
import { insteadOf, Origins } from "./origins";
import { pairUp } from "./pair";
import { Part, Run, type Kid, type Shown } from "./shown";
import { isTable, shapeOf } from "./tables";
import {
  contentOf,
  itemOf,
  Loose,
  othersBehind,
  parentOf,
  remove,
  type AnyType,
  type Source,
} from "./yjs";

export interface Edited {
  doc: Y.Doc;
  transaction: Y.Transaction;
  shown: Shown;
  changes: readonly Change[];
  /** The nodes around the caret of who edits. */
  own: ReadonlySet<Node>;
  /** Where the carets of others were before the edit. */
  carets: () => readonly number[];
  /** What others did to texts that are not shown yet. */
  behind: Behind;
  /** A line that is being composed and not to be written now. */
  isHeld(part: Part): boolean;
  /** What a block's line says that is about to say something else. */
  note(line: { id: unknown; text: Y.XmlText; letters: string; becomes: string }): void;
}

/** Where the content of a node began before the edit, and where it begins now. */
interface Where {
  old: number;
  fresh: number;
}

interface Middle {
  pairs: readonly (Part | null)[];
  come: readonly Node[];
  /** Where each began. */
  olds: readonly number[];
  /** Where the first begins now. */
  start: number;
  /** What the first one was before it became another kind. */
  turned: Part | null;
}

export class Writer {
  /** Lines that were taken away; what they said may stand in another now. */
  readonly took: Taken[] = [];
  readonly #unsure = new Set<AnyType>();
  /** Behind the last letters that were written. */
  typed: Y.RelativePosition | null = null;
  readonly #edited: Edited;
  readonly #creator: Creator;

  constructor(edited: Edited) {
    this.#edited = edited;
    this.#creator = new Creator(edited.doc, new Origins(edited.shown.root, edited.changes));
  }

  /** What may read otherwise than it was written: others' parts stand in it, or it is a copy of what can't be shown. */
  get unsure(): readonly unknown[] {
    return [...this.#unsure, ...this.#creator.copies];
  }

  /** Makes the document say what `node` says, of which `part` was shown before. */
  write(part: Part, node: Node, where: Where = { old: 0, fresh: 0 }): void {
    if (part.node === node) return;
    if (!part.misfit && !this.#edited.isHeld(part)) {
      this.#attributes(part, node);
      if (node.inlineContent) this.#inline(part, node, where);
      else this.#blocks(part, node, where);
    }
    const grown = node.nodeSize - part.node.nodeSize;
    part.node = node;
    part.parent?.grew(part, grown);
  }

  /** Writes the letters of a line that waited. */
  line(line: Part): void {
    this.#inline(line, line.node, { old: 0, fresh: 0 });
  }

  #attributes(part: Part, node: Node): void {
    const { source, node: old } = part;
    if (!(source instanceof Y.XmlElement)) return;
    for (const [name, value] of Object.entries(node.attrs)) {
      const was: unknown = old.attrs[name];
      if (
        value === was ||
        (typeof value === "object" && JSON.stringify(value) === JSON.stringify(was))
      )
        continue;
      const line = name === "id" ? part.kids[0] : null;
      const run = line instanceof Part ? line.kids[0] : null;
      if (run instanceof Run) this.#note(run, run.nodes);
      if (value === null || value === undefined) source.removeAttribute(name);
      else source.setAttribute(name, value);
    }
  }

  #blocks(part: Part, node: Node, where: Where): void {
    const old = part.kids as readonly Part[];
    const fresh = node.children;
    const most = Math.min(old.length, fresh.length);
    let left = 0;
    while (left < most && (old[left] as Part).node === fresh[left]) left++;
    let right = 0;
    while (
      right < most - left &&
      (old[old.length - right - 1] as Part).node === fresh[fresh.length - right - 1]
    )
      right++;
    const gone = old.slice(left, old.length - right);
    const come = fresh.slice(left, fresh.length - right);
    const pairs = pairUp(
      gone.map((kid) => kid.node),
      come,
      this.#edited.own,
    ).map((at) => gone[at] ?? null);
    this.#broken(pairs, come, (kid) => where.old + (part.offsets[kid.index] as number));
    const whole = isTable(node) && shapeOf(part.node) !== shapeOf(node);
    const olds = pairs.map((kid) => (kid ? where.old + (part.offsets[kid.index] as number) : 0));
    const [was, is] = [old[left], come[0]];
    const kept = new Set(pairs);
    const turned =
      left === 0 && was && is && !kept.has(was) && insteadOf(was.node, is) ? was : null;
    const middle = this.#middle({
      pairs,
      come,
      olds,
      start: where.fresh + (part.offsets[left] as number),
      turned,
    });
    if (!whole && gone.length === come.length && middle.every((kid, i) => kid === gone[i])) return; // the same children
    const kids = [...old.slice(0, left), ...middle, ...old.slice(old.length - right)];
    const goes = gone.filter((kid) => !kept.has(kid));
    for (const kid of goes) this.#remove(kid);
    if (goes.length > 0 && this.#hides(part)) this.#unsure.add(part.source as AnyType);
    const hasNew = whole || middle.some((kid) => this.#homeless.has(kid));
    if (part.mixed && (hasNew || middle.length < gone.length))
      this.#unsure.add(part.source as AnyType);
    this.#settle(
      part,
      hasNew ? this.#realized(part, kids, this.#lastNew(part, kids, old, whole), whole) : kids,
    );
  }

  /** Whether there is more in a block than fits into it: when something goes, that has its place. */
  #hides({ source, node }: Part): boolean {
    if (!source || isGroupType(node.type)) return false;
    return contentOf(source).some((type) => !this.#edited.shown.has(type as AnyType));
  }

  /** Somebody has pressed Enter in a line. It goes on where others write, or what is nested below it, and the other part becomes new. */
  #broken(pairs: (Part | null)[], come: readonly Node[], startOf: (block: Part) => number): void {
    for (const [i, pair] of pairs.entries()) {
      const [head, tail] = [come[i], come[i + 1]];
      if (!pair || !head || !tail || pairs[i + 1] !== null) continue;
      const line = brokenLine(pair, head, tail);
      const run = line?.kids[0];
      if (!line || !(run instanceof Run) || run.texts.length !== 1) continue;
      const length = head.firstChild?.content.size ?? 0;
      const nested = tail.childCount > 1 && tail.lastChild === pair.node.lastChild;
      const start = startOf(pair) + 2;
      const behind =
        this.#caretsBehind(start, start + length, start + line.node.content.size) ||
        othersBehind(run.texts[0] as Y.XmlText, length);
      if (!nested && behind <= 0) continue;
      this.#note(run, slicesOf(run.nodes, length, run.size));
      const rest = new Line(run, this.#edited.behind).write(slicesOf(run.nodes, length, run.size), [
        { fromA: 0, toA: length, fromB: 0, toB: 0 },
      ]);
      this.#edited.shown.learn(rest);
      this.#settle(line, [rest]);
      [pairs[i], pairs[i + 1]] = [null, pair];
    }
  }

  /** How many write in a line behind a place, by their carets, less those who do before it. */
  #caretsBehind(start: number, place: number, end: number): number {
    return this.#edited
      .carets()
      .filter((caret) => caret >= start && caret <= end)
      .reduce((sum, caret) => sum + Math.sign(caret - place), 0);
  }

  /** The children between the first and the last change. */
  #middle({ pairs, come, olds, start, turned }: Middle): Part[] {
    let at = start;
    return come.map((child, i) => {
      const fresh = at;
      at += child.nodeSize;
      const pair = pairs[i];
      if (!pair) return this.#new(child, i === 0 ? turned : null);
      if (pair.source === null && pair.node !== child && !pair.misfit) {
        const made = this.#new(child);
        this.#remove(pair);
        return made;
      }
      this.write(pair, child, { old: (olds[i] as number) + 1, fresh: fresh + 1 });
      return pair;
    });
  }

  /** New types that have no place yet; `#realized` gives them one. */
  readonly #homeless = new Map<Kid, Created["type"]>();

  #new(node: Node, origin: Part | null = null): Part {
    const { type, kid } = this.#creator.element(node, origin);
    this.#homeless.set(kid, type);
    return kid as Part;
  }

  /**
   * Up to where all children must be in the document: what was made up before a new one is written with it. In a group something is
   * made up only while it is empty: no other page would show it beside what is new.
   */
  #lastNew({ node }: Part, kids: readonly Kid[], old: readonly Kid[], whole: boolean): number {
    if (whole || isGroupType(node.type)) return kids.length - 1;
    const before = new Set(old);
    for (let i = kids.length - 1; i >= 0; i--) if (!before.has(kids[i] as Kid)) return i;
    return -1;
  }

  /** Puts what is new in its place, each behind the child before it. */
  #realized(part: Part, kids: readonly Kid[], until: number, deep: boolean): Kid[] {
    const source = part.source as Source;
    let before: Kid | null = null;
    return kids.map((kid, i) => {
      let placed = kid;
      if (i <= until && kid instanceof Part && kid.source === null && !kid.misfit)
        placed = this.#new(kid.node);
      const type = this.#homeless.get(placed);
      if (type) this.#place(source, before, type, placed);
      else if (deep && placed instanceof Part && !placed.misfit) this.#deep(placed);
      const home = parentOf(typeOf(placed));
      if (home === source || (part.mixed && isLike(home, source))) before = placed;
      return placed;
    });
  }

  /** Everything below a part that was only made up. */
  #deep(part: Part): void {
    const kids = this.#realized(part, part.kids, part.kids.length - 1, false);
    this.#settle(part, kids);
  }

  #place(source: Source, before: Kid | null, type: Created["type"], kid: Kid): void {
    const ref = before && typeOf(before);
    if (ref)
      (parentOf(ref) as Source).insertAfter(
        (ref instanceof Loose ? ref.last : ref) as Y.XmlElement,
        [type],
      );
    else source.insert(0, [type]);
    this.#homeless.delete(kid);
    this.#edited.shown.learn(kid);
  }

  #remove(kid: Kid): void {
    this.#edited.shown.forget(kid);
    if (kid instanceof Part) this.took.push(...linesOf(kid));
    if (kid instanceof Run) for (const text of kid.texts) remove(text, this.#edited.transaction);
    else if (kid.source) remove(kid.source, this.#edited.transaction);
    else for (const each of kid.kids) this.#remove(each);
  }

  #settle(part: Part, kids: readonly Kid[]): void {
    part.kids = kids;
    part.settle();
  }

  /** A line: the nodes in it are paired, and the letters between two pairs stay in the texts that hold them. */
  #inline(part: Part, node: Node, where: Where): void {
    const old = part.kids.filter((kid): kid is Part => kid instanceof Part);
    const groups = grouped(node);
    const nodes = groups.filter((group): group is Node => !Array.isArray(group));
    const pairs = pairUp(
      old.map((kid) => kid.node),
      nodes,
    ).map((at) => old[at] ?? null);
    const kids: Kid[] = [];
    let [from, next, first, size] = [0, 0, 0, 0];
    const gap = (until: number, last: number) => {
      const gone = part.kids.slice(from, until);
      kids.push(
        ...this.#gap(gone, groups.slice(first, last), {
          old: where.old + (part.offsets[from] as number),
          fresh: where.fresh + size,
        }),
      );
    };
    groups.forEach((group, i) => {
      if (Array.isArray(group)) return;
      const pair = pairs[next++];
      if (!pair || pair.source === null) return;
      gap(pair.index, i);
      this.write(pair, group);
      kids.push(pair);
      size += sizeOf(groups.slice(first, i + 1));
      [from, first] = [pair.index + 1, i + 1];
    });
    gap(part.kids.length, groups.length);
    if (kids.length === 0) kids.push(this.#newText([]));
    // Yjs keeps no marks of an element among letters
    if (part.source && nodes.some(({ marks }) => marks.length > 0))
      this.#unsure.add(part.source as AnyType);
    this.#settle(part, this.#realized(part, kids, -1, false));
    for (const kid of kids) if (kid instanceof Run) this.#edited.shown.learn(kid);
  }

  /** What stands between two nodes of a line. The letters where others write, or the longest run, go on in the texts that were there. */
  #gap(gone: readonly Kid[], come: readonly (Node | Node[])[], where: Where): Kid[] {
    const runs = gone.filter((kid): kid is Run => kid instanceof Run);
    for (const kid of gone) if (kid instanceof Part) this.#remove(kid);
    const texts = runs.flatMap((run) => run.texts);
    const groups = come.filter((group): group is Node[] => Array.isArray(group));
    const main = this.#written(runs, groups, where.old) ?? longest(groups);
    const kids: Kid[] = come.map((group) => {
      if (!Array.isArray(group)) return this.#new(group);
      return group === main && texts.length > 0
        ? this.#line(runs, group, where)
        : this.#newText(group);
    });
    if (!main && texts.length > 0) kids.push(this.#line(runs, [], where));
    return kids;
  }

  /** Of the two parts of a line that was broken by Shift+Enter, the one in which others write. */
  #written(runs: readonly Run[], groups: readonly Node[][], start: number): Node[] | null {
    const [[run], [head, tail, ...more]] = [runs, groups];
    if (runs.length !== 1 || !run || run.texts.length !== 1 || !head || !tail || more.length > 0)
      return null;
    const length = sizeOf([head]);
    if (length + sizeOf([tail]) !== run.size) return null;
    const behind =
      this.#caretsBehind(start, start + length, start + run.size) ||
      othersBehind(run.texts[0] as Y.XmlText, length);
    return behind === 0 ? null : behind > 0 ? tail : head;
  }

  #note({ texts: [text, ...more], nodes, parent }: Run, fresh: readonly Node[]): void {
    if (!text || more.length > 0) return;
    const [letters, becomes] = [lettersIn(nodes), lettersIn(fresh)];
    this.#edited.note({ id: parent?.parent?.node.attrs.id, text, letters, becomes });
  }

  #newText(nodes: readonly Node[]): Kid {
    const { type, kid } = createText(nodes, this.#edited.doc);
    this.#homeless.set(kid, type);
    if (readsOtherwise(nodes)) this.#unsure.add(type as AnyType);
    return kid;
  }

  #line(runs: readonly Run[], nodes: readonly Node[], where: Where): Run {
    const [only] = runs;
    const run = runs.length === 1 && only ? only : joined(runs);
    const waited = this.#edited.behind.size > 0;
    if (
      !waited &&
      run.nodes.length === nodes.length &&
      run.nodes.every((node, i) => node === nodes[i])
    )
      return run;
    const end = { old: where.old + run.size, fresh: where.fresh + sizeOf([nodes]) };
    const hints = this.#edited.changes
      .filter(
        ({ fromA, toA, fromB, toB }) =>
          toA >= where.old && fromA <= end.old && toB >= where.fresh && fromB <= end.fresh,
      )
      .map(({ fromA, toA, fromB, toB }) => ({
        fromA: fromA - where.old,
        toA: toA - where.old,
        fromB: fromB - where.fresh,
        toB: toB - where.fresh,
      }));
    this.#note(run, nodes);
    const line = new Line(run, this.#edited.behind);
    const written = line.write(nodes, hints);
    this.typed = line.typed ?? this.typed;
    if (readsOtherwise(nodes)) for (const text of run.texts) this.#unsure.add(text as AnyType);
    return written;
  }
}

/** Each line in a part that says anything. */
function linesOf(part: Part): Taken[] {
  if (!part.node.isTextblock)
    return part.kids.flatMap((kid) => (kid instanceof Part ? linesOf(kid) : []));
  const letters = part.node.textContent;
  const block = part.parent;
  return letters === "" ? [] : [{ id: block?.node.attrs.id, block: block?.source, letters }];
}

/** The line of a block that has become two; `null` if they say something else, or the second is another kind of line. */
function brokenLine(block: Part, head: Node, tail: Node): Part | null {
  const line = block.kids[0];
  const [before, behind] = [head.firstChild, tail.firstChild];
  if (
    !(line instanceof Part) ||
    line.kids.length !== 1 ||
    !line.node.isTextblock ||
    !before ||
    !behind
  )
    return null;
  const alike =
    block.node.type === tail.type &&
    line.node.type === behind.type &&
    block.node.type === head.type;
  return alike &&
    before.content.size > 0 &&
    before.textContent + behind.textContent === line.node.textContent
    ? line
    : null;
}

/** Another program made two of one, and both are shown as one. */
const isLike = (home: AnyType | null, source: Source): boolean =>
  home instanceof Y.XmlElement &&
  source instanceof Y.XmlElement &&
  home.nodeName === source.nodeName;

const longest = (groups: readonly Node[][]): Node[] | null =>
  groups.reduce<Node[] | null>(
    (best, group) => (best && sizeOf([best]) >= sizeOf([group]) ? best : group),
    null,
  );

const sizeOf = (groups: readonly (Node | readonly Node[])[]): number =>
  groups.flat().reduce((sum, node) => sum + (node as Node).nodeSize, 0);

const joined = (runs: readonly Run[]): Run =>
  new Run(
    runs.flatMap((run) => run.texts),
    runs.flatMap((run) => run.nodes),
    runs.some((run) => run.veiled),
    runs.flatMap((run) => run.lengths),
  );

/** The type behind which a new one goes: the last of those that a child was read from. */
function typeOf(kid: Kid): AnyType | null {
  const type = kid instanceof Run ? kid.texts.at(-1) : kid.source;
  return type && itemOf(type) ? (type as AnyType) : null;
}
