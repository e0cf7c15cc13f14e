/** The workshop for Word and OpenDocument files: what becomes of a file where it does not come. */
import { afterEach, expect, test, vi } from "vitest";
import { Office } from "../src/take/office";

const ORDER = {
  form: "docx" as const,
  blocks: [],
  about: { title: "kite-42", when: "24 November 2026, 14:32", language: "en" },
};

/** A worker as a browser has it, whose script comes when the test says so. */
class Workers extends EventTarget {
  static readonly all: Workers[] = [];
  terminated = false;
  readonly orders: unknown[] = [];
  constructor() {
    super();
    Workers.all.push(this);
  }
  postMessage(order: unknown): void {
    this.orders.push(order);
  }
  terminate(): void {
    this.terminated = true;
  }
  answer(bytes?: Uint8Array): void {
    this.dispatchEvent(new MessageEvent("message", { data: { bytes } }));
  }
  fail(): void {
    this.dispatchEvent(new Event("error"));
  }
}

function opened(): Office {
  Workers.all.length = 0;
  vi.stubGlobal("Worker", Workers);
  return new Office();
}
afterEach(() => vi.unstubAllGlobals());

test("a workshop that did not come when the sheet opened is asked for again when a file is wanted", async () => {
  const office = opened();
  Workers.all[0]?.fail();
  const made = office.make(ORDER);
  expect(Workers.all).toHaveLength(2);
  expect(Workers.all[0]).toMatchObject({ terminated: true, orders: [] });
  Workers.all[1]?.answer(new Uint8Array([1]));
  expect(await made).toEqual(new Uint8Array([1]));
  office.close();
  expect(Workers.all[1]?.terminated).toBe(true);
});

test("a file is told as failed where the workshop does not come, or makes none, and the next one is tried anew", async () => {
  const office = opened();
  const first = office.make(ORDER);
  Workers.all[0]?.fail();
  await expect(first).rejects.toThrow("the workshop is not here");
  const second = office.make(ORDER);
  Workers.all[1]?.answer();
  await expect(second).rejects.toThrow("no docx came out");
  const third = office.make(ORDER);
  Workers.all[1]?.answer(new Uint8Array([3]));
  expect(await third).toEqual(new Uint8Array([3]));
  expect(Workers.all).toHaveLength(2);
});
