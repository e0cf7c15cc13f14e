/** Whom a host has shown out, for as long as that holds. */
import { expect, test } from "vitest";
import { outNow, type Out } from "../src/pad/shownOut";

const [ANNA, BEA, CY] = [{ id: "anna" }, { id: "bea" }, { id: "cy" }];
const shown: Out = { id: "bea", name: "Bea" };

/** What is kept after each of these moments. */
const after = (out: readonly Out[], ...moments: { id: string }[][]) => moments.reduce(outNow, out);

test("who is shown out is still here for a moment, and out from when they have gone", () => {
  expect(after([shown], [ANNA, BEA])).toEqual([shown]);
  expect(after([shown], [ANNA, BEA], [ANNA])).toEqual([{ ...shown, gone: true }]);
});

test("who was let in again and leaves later is not out", () => {
  expect(after([shown], [ANNA, BEA], [ANNA], [ANNA, BEA], [ANNA])).toEqual([]);
});

test("who knocks is let in without the others who are out", () => {
  const cy: Out = { id: "cy", name: "Cy" };
  const out = after([shown, cy], [ANNA], [ANNA, CY]);
  expect(out).toEqual([{ ...shown, gone: true }]);
  expect(outNow(out, [ANNA, CY])).toBe(out);
});
