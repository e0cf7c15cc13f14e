/**
 * From what was shown to what is to be shown: the smallest steps, from the end to the beginning, so that no place moves
 * before its turn.
 */
import { Fragment, Slice, type Node } from "prosemirror-model";
import type { Transaction } from "prosemirror-state";
import { AddMarkStep, RemoveMarkStep, ReplaceAroundStep, ReplaceStep } from "prosemirror-transform";
import type * as Y from "yjs";
import { editsBetween, type Edit } from "./changes";
import { lettersIn, remarked, slicesOf } from "./line";
import { pairParts } from "./pair";
import { Part, Run, type Kid } from "./shown";

/** One part of what Yjs tells about a changed text. */
export interface Delta {
  insert?: unknown;
  delete?: number;
  retain?: number;
}
type Deltas = ReadonlyMap<Y.XmlText, readonly Delta[]>;

/**
 * Steps for one line: each is looked at with all others by whoever follows a transaction. With more its letters are put in whole,
 * and a caret in them comes to stand at their end.
 */
const MOST_STEPS = 500;

const nodesOf = (kids: readonly Kid[]): Node[] =>
  kids.flatMap((kid) => (kid instanceof Run ? [...kid.nodes] : [kid.node]));

export class Drawer {
  readonly #tr: Transaction;
  readonly #deltas: Deltas;

  constructor(tr: Transaction, deltas: Deltas) {
    this.#tr = tr;
    this.#deltas = deltas;
  }

  /** `inside`: where the content of the part begins. */
  draw(old: Part, fresh: Part, inside: number): void {
    if (old.node === fresh.node) return;
    if (old.node.inlineContent && fresh.node.inlineContent) this.#line(old, fresh, inside);
    else this.#kids(old, fresh, inside);
    this.#markup(old.node, fresh.node, inside - 1);
  }

  /** Type and attributes of a node, around content that stays. */
  #markup(old: Node, fresh: Node, at: number): void {
    if (at < 0 || old.sameMarkup(fresh)) return;
    if (old.type === fresh.type) {
      for (const [name, value] of Object.entries(fresh.attrs))
        if (old.attrs[name] !== value) this.#tr.setNodeAttribute(at, name, value);
      return;
    }
    const { nodeSize } = this.#tr.doc.nodeAt(at) as Node;
    const empty = new Slice(Fragment.from(fresh.type.create(fresh.attrs, null, fresh.marks)), 0, 0);
    this.#tr.step(
      new ReplaceAroundStep(at, at + nodeSize, at + 1, at + nodeSize - 1, empty, 1, true),
    );
  }

  #kids(old: Part, fresh: Part, inside: number): void {
    const { kids: was } = old;
    const { kids: is } = fresh;
    const most = Math.min(was.length, is.length);
    let left = 0;
    while (left < most && same(was[left], is[left])) left++;
    let right = 0;
    while (right < most - left && same(was[was.length - right - 1], is[is.length - right - 1]))
      right++;
    const offsets = old.offsets;
    const pairs = pairParts(was.slice(left, was.length - right), is.slice(left, is.length - right));
    let [oldEnd, freshEnd] = [was.length - right, is.length - right];
    for (let j = pairs.length - 1; j >= -1; j--) {
      const pair = j < 0 ? -1 : (pairs[j] as number);
      if (j >= 0 && pair < 0) continue;
      const [i, at] = [left + pair, left + j];
      const from = j < 0 ? left : i + 1;
      this.#replace(
        [inside + (offsets[from] as number), inside + (offsets[oldEnd] as number)],
        is.slice(at + 1, freshEnd),
        was.slice(from, oldEnd),
      );
      if (j < 0) break;
      const [a, b] = [was[i] as Kid, is[at] as Kid];
      if (a instanceof Part && b instanceof Part)
        this.draw(a, b, inside + (offsets[i] as number) + 1);
      [oldEnd, freshEnd] = [i, at];
    }
  }

  /** Puts these children in the place of those. A line that only became another kind of line keeps its letters, and the carets in them. */
  #replace([from, to]: [number, number], come: readonly Kid[], gone: readonly Kid[]): void {
    const [a, b] = [gone[0], come[0]];
    const one = gone.length === 1 && come.length === 1;
    if (
      one &&
      a instanceof Part &&
      b instanceof Part &&
      a.node.inlineContent &&
      b.node.inlineContent &&
      !a.misfit &&
      !b.misfit &&
      this.#turned(a.node, b.node, from)
    )
      return;
    if (from === to && come.length === 0) return;
    this.#tr.step(new ReplaceStep(from, to, new Slice(Fragment.fromArray(nodesOf(come)), 0, 0)));
  }

  /** Makes one kind of line another; `false` where neither can hold the other's letters and marks. */
  #turned(old: Node, fresh: Node, at: number): boolean {
    const content = () => this.#content(old.content, fresh.content, at + 1);
    const markup = () => this.#markup(old, fresh, at);
    if (old.type.validContent(fresh.content)) [content, markup].forEach((change) => change());
    else if (fresh.type.validContent(old.content)) [markup, content].forEach((change) => change());
    else return false;
    return true;
  }

  /** One replacement of what differs between two contents. */
  #content(old: Fragment, fresh: Fragment, inside: number): void {
    const start = old.findDiffStart(fresh);
    const ends = start === null ? null : old.findDiffEnd(fresh);
    if (start === null || !ends) return;
    const overlap = Math.max(0, start - Math.min(ends.a, ends.b));
    const [from, to, freshTo] = [start, ends.a + overlap, ends.b + overlap];
    this.#tr.step(
      new ReplaceStep(inside + from, inside + to, new Slice(fresh.cut(start, freshTo), 0, 0)),
    );
  }

  #line(old: Part, fresh: Part, inside: number): void {
    const [was, is] = [old.kids, fresh.kids];
    const paired = was.length === is.length && was.every((kid, i) => sameKind(kid, is[i]));
    if (!paired) return this.#content(old.node.content, fresh.node.content, inside);
    for (let i = was.length - 1; i >= 0; i--) {
      const [a, b, at] = [was[i] as Kid, is[i] as Kid, inside + (old.offsets[i] as number)];
      if (a instanceof Run && b instanceof Run) this.#run(a, b, at);
      else if (a instanceof Part && b instanceof Part) this.draw(a, b, at + 1);
    }
  }

  #run(old: Run, fresh: Run, at: number): void {
    if (old === fresh || old.nodes === fresh.nodes) return;
    const [was, is] = [lettersIn(old.nodes), lettersIn(fresh.nodes)];
    const edits = joined(this.#told(old, was, is) ?? editsBetween(was, is));
    const whole = () =>
      this.#content(Fragment.fromArray([...old.nodes]), Fragment.fromArray([...fresh.nodes]), at);
    if (edits.length > MOST_STEPS) return whole();
    const remarks = remarked(old.nodes, fresh.nodes, edits);
    if (edits.length + remarks.length > MOST_STEPS) return whole();
    for (const { from, to, gone, come } of remarks) {
      for (const mark of gone) this.#tr.step(new RemoveMarkStep(at + from, at + to, mark));
      for (const mark of come) this.#tr.step(new AddMarkStep(at + from, at + to, mark));
    }
    for (const { at: place, deleted, from, to } of [...edits].reverse()) {
      const slice = new Slice(Fragment.fromArray(slicesOf(fresh.nodes, from, to)), 0, 0);
      this.#tr.step(new ReplaceStep(at + place, at + place + deleted, slice));
    }
  }

  /** The edits as Yjs tells them; `null` where that does not lead from the one to the other. */
  #told(old: Run, was: string, is: string): Edit[] | null {
    const edits: Edit[] = [];
    let [base, shift] = [0, 0];
    for (const [i, text] of old.texts.entries()) {
      let at = base;
      for (const { retain = 0, delete: deleted = 0, insert } of this.#deltas.get(text) ?? []) {
        const length = insert === undefined ? 0 : typeof insert === "string" ? insert.length : 1;
        if (deleted + length > 0)
          edits.push({ at, deleted, from: at + shift, to: at + shift + length });
        shift += length - deleted;
        at += retain + deleted;
      }
      base += old.lengths[i] as number;
    }
    return leads(was, is, edits) ? edits : null;
  }
}

/** Edits side by side are one: a delta has one for each change of marks in what was typed. */
function joined(edits: readonly Edit[]): Edit[] {
  const all: Edit[] = [];
  for (const edit of edits) {
    const last = all.at(-1);
    if (last && last.at + last.deleted === edit.at && last.to === edit.from)
      all[all.length - 1] = { ...last, deleted: last.deleted + edit.deleted, to: edit.to };
    else all.push(edit);
  }
  return all;
}

function leads(was: string, is: string, edits: readonly Edit[]): boolean {
  let [made, at] = ["", 0];
  for (const { at: place, deleted, from, to } of edits) {
    made += was.slice(at, place) + is.slice(from, to);
    at = place + deleted;
  }
  return made + was.slice(at) === is;
}

const same = (a: Kid | undefined, b: Kid | undefined): boolean =>
  a === b || (a instanceof Part && b instanceof Part && a.node === b.node);

const sameKind = (a: Kid, b: Kid | undefined): boolean =>
  a instanceof Run
    ? b instanceof Run && a.texts.every((text, i) => text === b.texts[i])
    : b instanceof Part && a.source === b.source && a.node.type === b.node.type;

/** Lets the parts hold the very nodes that the editor holds now; `false` if those say something else. */
export function adopt(part: Part, node: Node): boolean {
  if (part.node === node) return true;
  if (!part.node.sameMarkup(node) || part.node.content.size !== node.content.size) return false;
  let at = 0;
  for (const kid of part.kids) {
    if (kid instanceof Run) {
      const { size } = kid;
      const nodes: Node[] = [];
      for (let taken = 0; taken < size; at++) {
        const next = node.maybeChild(at);
        if (!next?.isText) return false;
        nodes.push(next);
        taken += next.nodeSize;
      }
      if (
        nodes.length !== kid.nodes.length ||
        !nodes.every((each, i) => each === kid.nodes[i] || each.eq(kid.nodes[i] as Node))
      )
        return false;
      kid.nodes = nodes;
      continue;
    }
    const next = node.maybeChild(at++);
    if (!next || !adopt(kid, next)) return false;
  }
  if (at !== node.childCount) return false;
  part.node = node;
  return true;
}
