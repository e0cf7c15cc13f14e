/** Names beside carets cover one another never, words only where there is no other place, and stand whole in the window. */
import { expect, test } from "vitest";
import { arranged, EDGE_PX, type Box, type Label, type Place } from "../src/pad/cursorLabels";
import { Chance, rounds, seedOf } from "./binding/random";

const HEIGHT = 18;
const LINE = 26;

interface Around {
  top?: number;
  width?: number;
  words?: Box[];
  isCutAbove?: boolean;
}

const label = (
  x: number,
  to: number,
  { top = 118, width = 40, words = [], isCutAbove = false }: Around = {},
): Label => ({
  caret: { x, top, bottom: top + 20 },
  width,
  height: HEIGHT,
  from: 0,
  to,
  isCutAbove,
  words,
});

/** A line of words, so many lines below the caret's. */
const line = (x: number, width: number, below = 0): Box => ({
  x,
  y: 118 + below * LINE,
  width,
  height: 20,
});

const above = (move: number, covers = false): Place => ({ where: "above", move, covers });

test("a name alone stands at its caret", () => {
  expect(arranged([label(50, 400), label(50, 400, { top: 158 })])).toEqual([above(0), above(0)]);
});

test("near the right edge a name stands to the left of its caret", () => {
  expect(arranged([label(390, 400)])).toEqual([above(-40)]);
});

test("a name that is wider than the room left and right of its caret moves to the edge", () => {
  expect(arranged([label(60, 150, { width: 120 })])).toEqual([above(-38)]);
});

test("names of carets at one place stand side by side", () => {
  expect(arranged([label(50, 400), label(50, 400)])).toEqual([above(0), above(42)]);
});

test("a name for which there is no room is left out", () => {
  const narrow = label(10, 80, { width: 60, words: [line(0, 80)], isCutAbove: true });
  expect(arranged([narrow, narrow])).toEqual([{ where: "below", move: 0, covers: false }, null]);
});

test("a name stands over its caret where the line above is shorter, else behind its own line, else below", () => {
  const own = line(0, 200);
  const at = (...words: Box[]) => arranged([label(200, 400, { words: [own, ...words] })])[0];
  expect(at(line(0, 150, -1))).toEqual(above(0));
  expect(at(line(0, 380, -1))).toEqual({ where: "behind", move: 6, covers: false });
  expect(at(line(0, 380, -1), line(180, 200))).toEqual({ where: "below", move: 0, covers: false });
  const inside = label(100, 400, { words: [own, line(0, 380, -1)] });
  expect(arranged([inside])).toEqual([{ where: "behind", move: 106, covers: false }]);
  expect(arranged([inside, inside])[1], "and beside a name that is there").toEqual({
    where: "behind",
    move: 148,
    covers: false,
  });
});

test("where words are all around, a name stands over its caret and says so", () => {
  const words = [line(0, 400, -1), line(0, 400), line(0, 400, 1)];
  expect(arranged([label(200, 400, { words })])).toEqual([above(0, true)]);
});

const boxOf = ({ caret, width }: Label, { where, move }: Place): Box => ({
  x: caret.x + move,
  y: { above: caret.top - HEIGHT, behind: caret.top + 1, below: caret.bottom }[where],
  width,
  height: HEIGHT,
});
const areApart = (a: Box, b: Box): boolean =>
  a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;

test("however many there are, none covers another, none is cut, and none is over words without saying so", () => {
  const seed = seedOf("labels");
  for (let round = 0; round < rounds(100); round++) {
    const chance = new Chance(seed + round);
    const width = 320 + chance.below(1200);
    const words = Array.from({ length: 9 }, (_, i) =>
      line(chance.below(40), chance.below(width), i),
    );
    const labels = Array.from({ length: 1 + chance.below(60) }, () =>
      label(chance.below(width), width, {
        top: 118 + chance.below(8) * LINE,
        width: 20 + chance.below(160),
        words,
      }),
    );
    const places = arranged(labels);
    const shown = places.flatMap((place, i) =>
      place ? [{ ...boxOf(labels[i] as Label, place), covers: place.covers }] : [],
    );
    for (const [i, a] of shown.entries()) {
      const why = `round ${round} of seed ${seed}`;
      expect(a.x, why).toBeGreaterThanOrEqual(EDGE_PX);
      expect(a.x + a.width, why).toBeLessThanOrEqual(width - EDGE_PX);
      for (const b of shown.slice(i + 1)) expect(areApart(a, b), why).toBe(true);
      if (!a.covers) for (const b of words) expect(areApart(a, b), why).toBe(true);
    }
  }
});
