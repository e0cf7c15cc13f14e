/** The quick lookups answer as ProseMirror's own. */
import { Fragment, Schema, type Node } from "prosemirror-model";
import { EditorState } from "prosemirror-state";
import { Decoration, DecorationSet, EditorView } from "prosemirror-view";
import { afterAll, expect, test, vi } from "vitest";
import { asTheyCame, lookQuickly, quickViews } from "../src/pad/lookups";
import { Chance, rounds, seedOf } from "./binding/random";

const schema = new Schema({
  nodes: { doc: { content: "line*" }, line: { content: "text*", toDOM: () => ["p", 0] }, text: {} },
});
const line = (length: number): Node =>
  schema.node("line", null, length ? [schema.text("x".repeat(length))] : []);
const page = (lines: number): Node =>
  schema.node(
    "doc",
    null,
    Array.from({ length: lines }, (_, i) => line((i * 7) % 11)),
  );

type Lookups = { findIndex(pos: number): { index: number; offset: number } };
const { findIndex, forChild, ...others } = asTheyCame;
lookQuickly();
afterAll(() => {
  Object.assign(Fragment.prototype, { findIndex, ...others });
  Object.assign(DecorationSet.prototype, { forChild });
});

test.each([0, 1, 63, 64, 65, 500])(
  "each place of %i lines is found where ProseMirror finds it, again and again",
  (lines) => {
    const { content } = page(lines);
    for (let round = 0; round < 3; round++) {
      for (let pos = 0; pos <= content.size; pos++) {
        const { index, offset } = findIndex.call(content as never, pos);
        expect((content as unknown as Lookups).findIndex(pos)).toMatchObject({ index, offset });
      }
    }
  },
);

test("a place outside is refused as ever", () => {
  const { content } = page(100);
  for (const pos of [-1, content.size + 1])
    for (let i = 0; i < 3; i++)
      expect(() => (content as unknown as Lookups).findIndex(pos)).toThrow(RangeError);
});

test("a child is found without looking at those before it", () => {
  const { content } = page(1000);
  const look = () => (content as unknown as Lookups).findIndex(content.size - 1);
  look();
  look();
  const child = vi.spyOn(content, "child");
  look();
  expect(child).not.toHaveBeenCalled();
});

test.each([1, 3, 8])(
  "each line has its own decorations where every %ith has some, and those around it",
  (every) => {
    const doc = page(400);
    const decorations: Decoration[] = [];
    doc.forEach((node, offset, i) => {
      if (i % every === 0 && node.content.size > 1)
        decorations.push(Decoration.inline(offset + 1, offset + 2, { class: `n${i}` }));
      if (i % 50 === 0)
        decorations.push(Decoration.node(offset, offset + node.nodeSize, { class: "whole" }));
    });
    const set = DecorationSet.create(doc, decorations);
    const plain = (offset: number, child: Node): DecorationSet =>
      asTheyCame.forChild.call(set as never, offset, child) as DecorationSet;
    let some = 0;
    doc.forEach((child, offset) => {
      const found = (set as unknown as { forChild: typeof plain }).forChild(offset, child);
      expect(found.find()).toEqual(plain(offset, child).find());
      some += found.find().length;
    });
    expect(some).toBeGreaterThan(30);
    const places = doc.children.map((child, i) => ({
      child,
      offset: doc.children.slice(0, i).reduce((sum, each) => sum + each.nodeSize, 0),
    }));
    for (const { child, offset } of places.sort(
      (a, b) => ((a.offset * 7919) % 1009) - ((b.offset * 7919) % 1009),
    )) {
      expect((set as unknown as { forChild: typeof plain }).forChild(offset, child).find()).toEqual(
        plain(offset, child).find(),
      );
    }
  },
);

/** A letter more or less in a line (often the one of before), a line broken, joined or come. */
function edited(state: EditorState, chance: Chance, often: number): EditorState {
  const { doc, tr } = state;
  const nth = chance.happens(0.7) ? often % doc.childCount : chance.below(doc.childCount);
  let at = 0;
  for (let i = 0; i < nth; i++) at += doc.child(i).nodeSize;
  const { size } = doc.child(nth).content;
  const inside = at + 1 + chance.below(size + 1);
  const way = chance.below(12);
  if (way === 0) tr.split(inside);
  else if (way === 1 && nth > 0) tr.join(at);
  else if (way === 2) tr.insert(at, line(chance.below(5)));
  else if (way < 6 && size > 0) tr.delete(at + 1, at + 1 + Math.min(size, 1 + chance.below(2)));
  else tr.insertText("ab".slice(chance.below(2)), inside);
  return state.apply(tr);
}

/** What is told of each node between two places. */
function visited(way: Fragment["nodesBetween"], { content }: Node, from: number, to: number) {
  const seen: unknown[][] = [];
  way.call(content, from, to, (...told: unknown[]) => void seen.push(told));
  return seen;
}

test("through many edits each place and each part of a text is found where ProseMirror finds it", () => {
  const chance = new Chance(seedOf("lookups"));
  let state = EditorState.create({ doc: page(90) });
  let often = 40;
  for (let round = 0; round < rounds(300); round++) {
    if (chance.happens(0.1)) often = chance.below(200);
    state = edited(state, chance, often);
    const { doc } = state;
    for (let i = 0; i < 12; i++) {
      const pos = chance.below(doc.content.size + 1);
      const { index, offset } = findIndex.call(doc.content as never, pos);
      expect((doc.content as unknown as Lookups).findIndex(pos)).toMatchObject({ index, offset });
      const to = Math.min(pos + chance.below(40) - 2, doc.content.size);
      const own = asTheyCame.nodesBetween as Fragment["nodesBetween"];
      expect(visited(doc.content.nodesBetween, doc, pos, to)).toEqual(visited(own, doc, pos, to));
    }
    doc.check();
  }
});

test("whoever types into one line of a long text makes nobody count the others", () => {
  let state = EditorState.create({ doc: page(1000) });
  const look = () =>
    (state.doc.content as unknown as Lookups).findIndex(state.doc.content.size - 1);
  look();
  look();
  const { pos } = state.doc.resolve(Math.floor(state.doc.content.size / 2));
  const typed = [pos, pos, 1, 1];
  for (const inside of typed) {
    state = state.apply(state.tr.insertText("k", inside));
    const each = vi.spyOn(state.doc.content, "forEach");
    const child = vi.spyOn(state.doc.content, "child");
    look();
    expect(each).not.toHaveBeenCalled();
    expect(child).not.toHaveBeenCalled();
  }
});

interface Drawn {
  children: Drawn[];
  size: number;
  border: number;
  posBefore: number;
}

/** Each thing that is drawn, with its place by the sizes of all before it. */
function drawnPlaces(all: readonly Drawn[], start = 0): [Drawn, number][] {
  let at = start;
  return all.flatMap((drawn) => {
    const place = at;
    at += drawn.size;
    return [[drawn, place], ...drawnPlaces(drawn.children, place + drawn.border)];
  });
}

test("what is drawn stands where the sizes of all before it say, with things between the lines, too", () => {
  const chance = new Chance(seedOf("drawn"));
  const view = new EditorView(document.createElement("div"), {
    state: EditorState.create({ doc: page(80), plugins: [quickViews] }),
  });
  for (let round = 0; round < rounds(60); round++) {
    view.updateState(edited(view.state, chance, 30));
    const { doc } = view.state;
    const between = doc.children.reduce<number[]>(
      (all, { nodeSize }) => [...all, (all.at(-1) ?? 0) + nodeSize],
      [0],
    );
    const widgets = chance.happens(0.3) ? [chance.of(between), chance.of(between)] : [];
    const decorations = DecorationSet.create(
      doc,
      widgets.map((pos) => Decoration.widget(pos, document.createElement("i"))),
    );
    view.setProps({ decorations: () => decorations });
    const { docView } = view as unknown as { docView: Drawn };
    for (const [drawn, place] of drawnPlaces(docView.children)) expect(drawn.posBefore).toBe(place);
  }
  view.destroy();
});
