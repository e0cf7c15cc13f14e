/** All places of some words in the text, kept up while others write: an edit costs the blocks that it touches. */
import type { Node } from "@tiptap/pm/model";
import type { Transaction } from "@tiptap/pm/state";
import { Decoration, DecorationSet } from "@tiptap/pm/view";
import { changesOf } from "../../binding/changes";
import { OBJECT } from "../../binding/shown";
import type { Finder } from "./letters";
import type { Found } from "./shown";

export interface Match {
  from: number;
  to: number;
}

/** So many are drawn before and behind the one that one stands on: a letter that is everywhere would stop the page. */
const AROUND = 500;

/** An edit of more steps than this has replaced them all, and few of them are left. */
const STEPS_MAX = 100;

/** The letters of a line or a cell, each where it stands; what is no letter is a sign that nobody types. */
function lettersOf(block: Node): string {
  let letters = "";
  block.forEach(({ text, nodeSize }) => (letters += text ?? OBJECT.repeat(nodeSize)));
  return letters;
}

const hit = ({ from, to }: Match) => Decoration.inline(from, to, { class: "hit" });

/** What is found in the lines that a range touches, and the ranges of these lines. */
function searched(doc: Node, find: Finder, from: number, to: number) {
  const lines: Match[] = [];
  const matches: Match[] = [];
  doc.nodesBetween(Math.max(from, 0), Math.min(to, doc.content.size), (node, pos) => {
    if (!node.isTextblock) return true;
    lines.push({ from: pos, to: pos + node.nodeSize });
    const start = pos + 1;
    for (const [a, b] of find(lettersOf(node))) matches.push({ from: start + a, to: start + b });
    return false;
  });
  return { lines, matches };
}

interface Parts {
  /** `null`: nothing is looked for. */
  find: Finder | null;
  all: readonly Match[];
  /** The match at this place or behind it is the one that one stands on. */
  at: number;
  hits: DecorationSet;
}

export class Matches implements Found {
  readonly all: readonly Match[];
  /** Which of them one stands on; -1 where there is none. */
  readonly index: number;
  readonly drawn: DecorationSet;
  readonly #parts: Parts;

  private constructor(doc: Node, parts: Parts) {
    const { all, at } = parts;
    this.all = all;
    const behind = all.findIndex(({ from }) => from >= at);
    this.index = behind < 0 ? Math.min(0, all.length - 1) : behind;
    const { here } = this;
    const isDrawn = !here || parts.hits.find(here.from, here.to).length > 0;
    const hits = isDrawn
      ? parts.hits
      : DecorationSet.create(
          doc,
          all.slice(Math.max(0, this.index - AROUND), this.index + AROUND).map(hit),
        );
    this.#parts = { ...parts, hits };
    this.drawn = here
      ? hits.add(doc, [Decoration.inline(here.from, here.to, { class: "hit-here" })])
      : hits;
  }

  /** Those of a whole text. One stands on the first from a place on, or on the first of all. */
  static in(doc: Node, find: Finder | null, at: number): Matches {
    const all = find ? searched(doc, find, 0, doc.content.size).matches : [];
    return new Matches(doc, { find, all, at, hits: DecorationSet.empty });
  }

  /** Something is looked for. */
  get isWanted(): boolean {
    return this.#parts.find !== null;
  }

  /** The match that one stands on. */
  get here(): Match | undefined {
    return this.all[this.index];
  }

  apply({ doc, docChanged, mapping }: Transaction): Matches {
    const { find, at } = this.#parts;
    if (!docChanged) return this;
    if (!find) return new Matches(doc, { ...this.#parts, at: mapping.map(at, 1) });
    // each step moves each match: for many of both it costs less to look at all again
    if (mapping.maps.length > STEPS_MAX) return Matches.in(doc, find, mapping.map(at, 1));
    const fresh: Match[] = [];
    const lines: Match[] = [];
    for (const { fromB, toB } of changesOf(mapping.maps)) {
      // one change begins where another ends, and both may touch one line
      const from = Math.max(fromB - 1, lines.at(-1)?.to ?? 0);
      const touched = searched(doc, find, from, toB + 1);
      lines.push(...touched.lines);
      fresh.push(...touched.matches);
    }
    const kept = outside(
      lines,
      this.all.map(({ from, to }) => ({ from: mapping.map(from, 1), to: mapping.map(to, -1) })),
    );
    let hits = this.#parts.hits.map(mapping, doc);
    hits = hits.remove(lines.flatMap(({ from, to }) => hits.find(from, to)));
    hits = fresh.length > 2 * AROUND ? DecorationSet.empty : hits.add(doc, fresh.map(hit));
    const all = fresh.length > 0 ? merged(kept, fresh) : kept;
    return new Matches(doc, { find, all, at: mapping.map(at, 1), hits });
  }

  /** Stands on the first match from this place on, or on the first of all. */
  standingAt(doc: Node, at: number): Matches {
    return new Matches(doc, { ...this.#parts, at });
  }

  /** Stands on the match so many further, and after the last one on the first. */
  step(doc: Node, by: number): Matches {
    const count = this.all.length;
    const next = this.all[(this.index + by + count) % (count || 1)];
    return next ? this.standingAt(doc, next.from) : this;
  }
}

/** Those that still stand, and in none of these lines. Both are in order. */
function outside(lines: readonly Match[], all: readonly Match[]): Match[] {
  let line = 0;
  return all.filter(({ from, to }) => {
    while (line < lines.length && (lines[line] as Match).to <= from) line += 1;
    return from < to && !((lines[line]?.from ?? Infinity) <= from);
  });
}

function merged(kept: readonly Match[], fresh: readonly Match[]): Match[] {
  return [...kept, ...fresh].sort((a, b) => a.from - b.from);
}
