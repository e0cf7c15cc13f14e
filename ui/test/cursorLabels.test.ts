/** Names beside carets cover one another never, and stand whole in the window. */
import { expect, test } from "vitest";
import { arranged, EDGE_PX, type Label } from "../src/pad/cursorLabels";
import { Chance, rounds, seedOf } from "./binding/random";

const label = (x: number, to: number, { y = 100, width = 40 } = {}): Label => ({
  x,
  y,
  width,
  height: 18,
  from: 0,
  to,
});

test("a name alone stands at its caret", () => {
  expect(arranged([label(50, 400), label(50, 400, { y: 140 })])).toEqual([0, 0]);
});

test("near the right edge a name stands to the left of its caret", () => {
  expect(arranged([label(390, 400)])).toEqual([-40]);
});

test("a name that is wider than the room left and right of its caret moves to the edge", () => {
  expect(arranged([label(60, 150, { width: 120 })])).toEqual([-38]);
});

test("names of carets at one place stand side by side", () => {
  expect(arranged([label(50, 400), label(50, 400)])).toEqual([0, 42]);
});

test("a name for which there is no room is left out", () => {
  expect(arranged([label(10, 80, { width: 60 }), label(10, 80, { width: 60 })])).toEqual([0, null]);
});

test("however many there are, none covers another and none is cut", () => {
  const seed = seedOf("labels");
  for (let round = 0; round < rounds(100); round++) {
    const chance = new Chance(seed + round);
    const width = 320 + chance.below(1200);
    const labels = Array.from({ length: 1 + chance.below(60) }, () =>
      label(chance.below(width), width, { y: chance.below(8) * 13, width: 20 + chance.below(160) }),
    );
    const shown = arranged(labels).flatMap((move, i) =>
      move === null ? [] : [{ ...(labels[i] as Label), x: (labels[i] as Label).x + move }],
    );
    for (const [i, a] of shown.entries()) {
      expect(a.x).toBeGreaterThanOrEqual(EDGE_PX);
      expect(a.x + a.width).toBeLessThanOrEqual(width - EDGE_PX);
      for (const b of shown.slice(i + 1)) {
        const apart =
          a.x + a.width <= b.x ||
          b.x + b.width <= a.x ||
          a.y + a.height <= b.y ||
          b.y + b.height <= a.y;
        expect(apart, `round ${round} of seed ${seed}`).toBe(true);
      }
    }
  }
});
