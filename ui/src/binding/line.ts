/** Writing into a line: letters where they were typed, marks where they changed, and nothing else. */
import { Mark, type Node } from "prosemirror-model";
import * as Y from "yjs";
import { editsBetween, type Change, type Edit } from "./changes";
import {
  attributeOf,
  attributesOf,
  carriedBy,
  markNameOf,
  UNKNOWN,
  unknownOf,
  type Attributes,
} from "./marks";
import { lettersFrom, segmentsOf } from "./objects";
import { OBJECT, Run } from "./shown";
import type { Left, Place, Track } from "./track";
import { isGone } from "./yjs";

/** Where the letters of a text are now, if others have written into it meanwhile. */
export type Behind = ReadonlyMap<Y.XmlText, Track>;

export const lettersIn = (nodes: readonly Node[]): string =>
  nodes.map((node) => node.text ?? "").join("");

/** One run of letters, its texts, and how they come to say something else. */
export class Line {
  /** Behind the last letters that were written. */
  typed: Y.RelativePosition | null = null;
  readonly #run: Run;
  readonly #behind: Behind;
  readonly #lengths: number[];

  constructor(run: Run, behind: Behind) {
    this.#run = run;
    this.#behind = behind;
    this.#lengths = [...run.lengths];
  }

  /** Makes the texts say what the nodes say, and gives the run that shows it. */
  write(fresh: readonly Node[], hints: readonly Change[]): Run {
    const { nodes: old, texts, veiled } = this.#run;
    const edits = this.#left().reduce(
      withLeft,
      editsBetween(lettersIn(old), lettersIn(fresh), hints),
    );
    for (const change of remarked(old, fresh, edits)) this.#format(change);
    for (const edit of [...edits].reverse()) {
      this.#delete(edit.at, edit.deleted);
      this.#insert(edit.at, slicesOf(fresh, edit.from, edit.to));
    }
    return new Run(texts, fresh, veiled, this.#lengths);
  }

  /** The place behind the letter before `offset`: who types goes on where they typed. */
  #place(offset: number): Place & { index: number } {
    const { texts } = this.#run;
    let at = offset;
    for (const [index, text] of texts.entries()) {
      const length = this.#lengths[index] as number;
      if (at <= length || index === texts.length - 1) return { text, index, at };
      at -= length;
    }
    throw new Error("a run without a text");
  }

  /** The parts of the texts between two offsets. */
  #pieces(offset: number, length: number): (Place & { index: number; length: number })[] {
    const pieces: (Place & { index: number; length: number })[] = [];
    let begin = 0;
    this.#run.texts.forEach((text, index) => {
      const end = begin + (this.#lengths[index] as number);
      const [from, to] = [Math.max(offset, begin), Math.min(offset + length, end)];
      if (from < to) pieces.push({ text, index, at: from - begin, length: to - from });
      begin = end;
    });
    return pieces.reverse();
  }

  /** Letters of this line that stayed behind when others took those around them to another line: they follow. */
  #left(): Left[] {
    let begin = 0;
    return this.#run.texts.flatMap((text, i) => {
      const start = begin;
      begin += this.#lengths[i] as number;
      return (this.#behind.get(text)?.left ?? []).map(({ at, length }) => ({
        at: at + start,
        length,
      }));
    });
  }

  #now(text: Y.XmlText, at: number): Place {
    return this.#behind.get(text)?.place(at, -1) ?? { text, at };
  }

  #delete(offset: number, length: number): void {
    for (const piece of this.#pieces(offset, length)) {
      for (const { text, at, length: kept } of this.#kept(
        piece.text,
        piece.at,
        piece.at + piece.length,
      ))
        text.delete(at, kept);
      this.#lengths[piece.index] = (this.#lengths[piece.index] as number) - piece.length;
    }
  }

  /** Where the letters of a range are now, from the last to the first, without what others have typed between them. */
  #kept(text: Y.XmlText, from: number, to: number): (Place & { length: number })[] {
    const track = this.#behind.get(text);
    // what was taken out around a line that waits is still shown: there is nothing in it any more
    if (!track) return isGone(text) ? [] : [{ text, at: from, length: to - from }];
    const kept: (Place & { length: number })[] = [];
    for (let at = to - 1; at >= from; at--) {
      const [start, end] = [track.place(at, 1), track.place(at + 1, -1)];
      if (start.text === end.text && start.at < end.at && !isGone(start.text))
        kept.push({ ...start, length: 1 });
    }
    return kept;
  }

  #insert(offset: number, slices: readonly Node[]): void {
    if (slices.length === 0) return;
    const { text: own, index, at } = this.#place(offset);
    const { text, at: now } = this.#now(own, at);
    let place = now;
    const inherited = this.#run.veiled ? unknownAt(text, place, this.#run) : {};
    for (const { insert, attributes } of segmentsOf(slices, text.doc)) {
      const all = { ...inherited, ...attributes };
      if (typeof insert === "string") text.insert(place, insert, all);
      else text.insertEmbed(place, insert as object, all);
      const { length } = lettersFrom(insert);
      place += length;
      this.#lengths[index] = (this.#lengths[index] as number) + length;
    }
    this.typed ??= Y.createRelativePositionFromTypeIndex(text, place, -1);
  }

  #format({ from, to, gone, come }: Remark): void {
    for (const { text, at, length } of this.#pieces(from, to - from)) {
      for (const kept of this.#kept(text, at, at + length)) {
        kept.text.format(kept.at, kept.length, {
          ...namesToRemove(kept.text, gone),
          ...withoutObject(attributesOf(come)),
        });
      }
    }
  }
}

const grown = (edits: readonly Edit[]): number =>
  edits.reduce((sum, { from, to, deleted }) => sum + to - from - deleted, 0);

/** The same edits, with letters in them that are written anew. */
function withLeft(edits: readonly Edit[], { at, length }: Left): Edit[] {
  const end = at + length;
  const [before, behind] = [
    edits.filter((edit) => edit.at + edit.deleted < at),
    edits.filter((edit) => edit.at > end),
  ];
  const touching = edits.slice(before.length, edits.length - behind.length);
  const from = Math.min(at, ...touching.map((edit) => edit.at));
  const to = Math.max(end, ...touching.map((edit) => edit.at + edit.deleted));
  const shift = grown(before);
  return [
    ...before,
    { at: from, deleted: to - from, from: from + shift, to: to + shift + grown(touching) },
    ...behind,
  ];
}

/** The marks before a place that this editor does not know; what is typed there has them too. */
function unknownAt(text: Y.XmlText, place: number, run: Run): Attributes {
  const schema = run.nodes[0]?.type.schema;
  let at = 0;
  for (const { insert, attributes } of text.toDelta() as {
    insert: unknown;
    attributes?: Attributes;
  }[]) {
    at += typeof insert === "string" ? insert.length : 1;
    if (at >= place && schema) return unknownOf(schema, attributes);
  }
  return {};
}

function withoutObject(attributes: Attributes): Attributes {
  const { [OBJECT]: _, ...others } = attributes;
  return others;
}

/** The attributes that make these marks, by whichever name they were written. */
function namesToRemove(text: Y.XmlText, marks: readonly Mark[]): Attributes {
  const names: Attributes = {};
  for (const mark of marks) {
    if (mark.type.name === UNKNOWN) {
      for (const name of Object.keys(withoutObject(carriedBy(mark)))) names[name] = null;
      continue;
    }
    if (mark.type.excludes(mark.type)) {
      names[mark.type.name] = null;
      continue;
    }
    names[attributeOf(mark)] = null;
    for (const { attributes } of text.toDelta() as { attributes?: Attributes }[]) {
      for (const [name, value] of Object.entries(attributes ?? {})) {
        if (
          markNameOf(name) === mark.type.name &&
          JSON.stringify(value) === JSON.stringify(mark.attrs)
        )
          names[name] = null;
      }
    }
  }
  return names;
}

/** The letters `[from, to)` of a row of text nodes. */
export function slicesOf(nodes: readonly Node[], from: number, to: number): Node[] {
  const slices: Node[] = [];
  let at = 0;
  for (const node of nodes) {
    const [start, end] = [Math.max(from, at) - at, Math.min(to, at + node.nodeSize) - at];
    if (start < end) slices.push(node.cut(start, end));
    at += node.nodeSize;
  }
  return slices;
}

export interface Remark {
  from: number;
  to: number;
  gone: readonly Mark[];
  come: readonly Mark[];
}

/** Where letters that stay have other marks than before, in offsets of the old letters. */
export function remarked(
  old: readonly Node[],
  fresh: readonly Node[],
  edits: readonly Edit[],
): Remark[] {
  const remarks: Remark[] = [];
  let [a, b] = [0, 0];
  const end = lettersIn(old).length;
  for (const edit of [...edits, { at: end, deleted: 0, from: 0, to: 0 }]) {
    remarks.push(...remarkedIn(slicesOf(old, a, edit.at), slicesOf(fresh, b, b + edit.at - a), a));
    b += edit.at - a + (edit.to - edit.from);
    a = edit.at + edit.deleted;
  }
  return remarks;
}

/** The same between two rows with the same letters. */
function remarkedIn(old: readonly Node[], fresh: readonly Node[], from: number): Remark[] {
  const remarks: Remark[] = [];
  let [i, j, at] = [0, 0, from];
  let [iLeft, jLeft] = [old[0]?.nodeSize ?? 0, fresh[0]?.nodeSize ?? 0];
  while (i < old.length && j < fresh.length) {
    const [was, is] = [(old[i] as Node).marks, (fresh[j] as Node).marks];
    const length = Math.min(iLeft, jLeft);
    if (!Mark.sameSet(was, is)) {
      const gone = was.filter(
        (mark) =>
          !mark.isInSet(is) &&
          (mark.type.name === UNKNOWN ||
            !is.some(({ type }) => type === mark.type && type.excludes(type))),
      );
      remarks.push({
        from: at,
        to: at + length,
        gone,
        come: is.filter((mark) => !mark.isInSet(was)),
      });
    }
    at += length;
    if ((iLeft -= length) === 0) iLeft = old[++i]?.nodeSize ?? 0;
    if ((jLeft -= length) === 0) jLeft = fresh[++j]?.nodeSize ?? 0;
  }
  return remarks;
}
