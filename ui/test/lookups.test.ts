/** The quick lookups answer as ProseMirror's own. */
import { Fragment, Schema, type Node } from "prosemirror-model";
import { Decoration, DecorationSet } from "prosemirror-view";
import { afterAll, expect, test, vi } from "vitest";
import { asTheyCame, lookQuickly } from "../src/pad/lookups";

const schema = new Schema({
  nodes: { doc: { content: "line*" }, line: { content: "text*" }, text: {} },
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
const { findIndex } = asTheyCame;
lookQuickly();
afterAll(() => {
  Object.assign(Fragment.prototype, { findIndex });
  Object.assign(DecorationSet.prototype, { forChild: asTheyCame.forChild });
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
