/** What others write is taken at once or in batches, and never takes more than its share of the time. */
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Batches, beforeBatches } from "../src/pad/batches";

/** A page on which taking and drawing cost time: the clock goes on while they run. Part of a frame may come before what was asked of it. */
function page(takes: number, draws: number, before = 0) {
  const taken: number[] = [];
  const batches = new Batches(() => {
    taken.push(performance.now());
    spend(takes);
  });
  vi.stubGlobal("requestAnimationFrame", (frame: (began: number) => void) =>
    setTimeout(() => {
      const began = performance.now();
      spend(before);
      frame(began);
      spend(draws);
    }),
  );
  vi.stubGlobal("cancelAnimationFrame", clearTimeout);
  return { batches, taken };
}

/** Time that passes while a task runs: no timer fires in it. */
let spent = 0;
function spend(ms: number): void {
  spent += ms;
}

beforeEach(() => {
  spent = 0;
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date"] });
  const start = Date.now();
  vi.spyOn(performance, "now").mockImplementation(() => 1000 + Date.now() - start + spent);
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** An update every `every` ms, for so long. */
function busy(batches: Batches, ms: number, every = 10): void {
  for (let gone = 0; gone < ms; gone += every) {
    batches.soon();
    vi.advanceTimersByTime(every);
  }
}

test("what comes into the quiet is taken at once", () => {
  const { batches, taken } = page(1, 1);
  batches.soon();
  expect(taken).toHaveLength(1);
});

test("where it costs little, twenty batches a second are taken", () => {
  const { batches, taken } = page(1, 1);
  busy(batches, 2000);
  expect(batches.interval).toBe(50);
  expect(taken.length).toBeGreaterThan(30);
});

test("where it costs much, a tenth of the time goes into it", () => {
  const { batches } = page(3, 9);
  busy(batches, 4000);
  expect(batches.interval).toBeGreaterThan(110);
  expect(batches.interval).toBeLessThan(135);
});

test("what a batch draws in its frame is part of its cost", () => {
  page(0, 0);
  const taken = new Batches(() => void requestAnimationFrame(() => spend(12)));
  busy(taken, 4000);
  expect(taken.interval).toBeGreaterThan(110);
});

test("what is laid out in a frame before its own work is part of its cost", () => {
  const { batches } = page(1, 1, 10);
  busy(batches, 4000);
  expect(batches.interval).toBeGreaterThan(110);
});

test("what a batch leaves to be done right behind it is part of its cost", async () => {
  page(0, 0);
  const batches = new Batches(() => queueMicrotask(() => spend(12)));
  for (let gone = 0; gone < 4000; gone += 10) {
    batches.soon();
    await vi.advanceTimersByTimeAsync(10);
  }
  expect(batches.interval).toBeGreaterThan(110);
});

test("whatever it costs, others' words come four times a second", () => {
  const { batches } = page(40, 90);
  busy(batches, 4000);
  expect(batches.interval).toBe(250);
});

test("one slow frame is soon forgotten", () => {
  const { batches } = page(1, 1);
  busy(batches, 1000);
  const once = vi.fn(() => spend(400));
  setTimeout(once);
  batches.soon();
  busy(batches, 1000);
  expect(once).toHaveBeenCalled();
  expect(batches.interval).toBe(50);
});

test("what was put off is not taken after the end", () => {
  const { batches, taken } = page(1, 1);
  batches.soon();
  batches.soon();
  batches.stop();
  vi.advanceTimersByTime(1000);
  expect(taken).toHaveLength(1);
});

test("an editor is asked for its caret before others write", () => {
  const done: string[] = [];
  const asked = () => void done.push("asked");
  beforeBatches.add(asked);
  new Batches(() => done.push("taken")).soon();
  beforeBatches.delete(asked);
  expect(done).toEqual(["asked", "taken"]);
});

test("in a tab that nobody sees, and that has no frames, one of them is waited for and no more", () => {
  const { batches } = page(1, 1);
  const frames = new Set<number>();
  vi.stubGlobal("requestAnimationFrame", () => (frames.add(frames.size + 1), frames.size));
  vi.stubGlobal("cancelAnimationFrame", (frame: number) => void frames.delete(frame));
  busy(batches, 2000);
  expect(frames.size).toBe(1);
});
