/** Files on their way go to the pad that they were brought into, and to no other. */
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Awareness } from "y-protocols/awareness";
import { api, type PadInfo } from "../src/api";
import { board } from "../src/pad/pictures/board";
import { placeOf } from "../src/pad/pictures/place";
import { bring } from "../src/pad/pictures/queue";
import { parseReference } from "../src/pad/pictures/reference";
import { leave, stand } from "../src/pad/pictures/stand";
import type { PadSession } from "../src/pad/session";
import { Person } from "./binding/world";

/** The line to the server: each request waits until it is answered. */
class Line extends EventTarget {
  static readonly all: Line[] = [];
  readonly upload = new EventTarget();
  path = "";
  key = "";
  status = 0;
  response: unknown = null;
  aborted = false;
  open(_method: string, path: string): void {
    this.path = path;
  }
  setRequestHeader(name: string, value: string): void {
    if (name === "Authorization") this.key = value;
  }
  getResponseHeader = (): null => null;
  send(): void {
    Line.all.push(this);
  }
  abort(): void {
    this.aborted = true;
    this.dispatchEvent(new Event("abort"));
  }
  answer(status: number, response: unknown = null): void {
    Object.assign(this, { status, response });
    this.dispatchEvent(new Event("load"));
  }
}

let ends: (() => void)[] = [];
beforeEach(() => {
  Line.all.length = 0;
  vi.useFakeTimers();
  vi.stubGlobal("XMLHttpRequest", Line);
  vi.spyOn(api, "pad").mockResolvedValue({} as PadInfo);
});
afterEach(() => {
  for (const pad of ["kite-42", "reed-7"]) leave(pad);
  ends.forEach((end) => end());
  ends = [];
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const settled = () => vi.advanceTimersByTimeAsync(0);

/** A pad's text, which stands from now on in the place of the one before. */
function opened(pad: string, key: string, writer = new Person()) {
  const awareness = new Awareness(writer.doc);
  const session = { provider: { awareness } } as unknown as PadSession;
  const shows = (editable: boolean) =>
    ends.push(stand({ editor: writer.editor, session, pad, key, editable }));
  shows(true);
  const urls = () =>
    writer.editor.document.flatMap(({ type, props }) =>
      type === "file" ? [(props as { url: string }).url] : [],
    );
  return { writer, awareness, shows, urls };
}

const files = (count: number): File[] =>
  Array.from({ length: count }, (_, i) => new File(["words"], `plan-${i}.txt`));
const stored = (n: number) => ({
  id: `f${n}`,
  url: `/f/f${n}`,
  name: "plan.txt",
  type: "",
  bytes: 5,
});
const sentTo = () => Line.all.map(({ path, key }) => `${path.split("/")[4]} ${key}`);

test("files whose turn comes while another pad stands wait for their own, and arrive in its text", async () => {
  const kite = opened("kite-42", "k1");
  await bring(files(4));
  await settled();
  expect(sentTo()).toEqual(["kite-42 Bearer k1", "kite-42 Bearer k1"]);
  const reed = opened("reed-7", "r1");
  Line.all.forEach((line, n) => line.answer(201, stored(n)));
  await settled();
  expect(Line.all).toHaveLength(2);
  expect(Object.keys(reed.awareness.getLocalState()?.sends ?? {})).toEqual([]);
  await bring(files(1));
  await settled();
  expect(sentTo()[2]).toBe("reed-7 Bearer r1");
  Line.all[2]?.answer(201, stored(9));
  await settled();
  expect(reed.urls().map((url) => parseReference(url).path)).toEqual(["/f/f9"]);

  kite.shows(true);
  await settled();
  expect(sentTo().slice(3)).toEqual(["kite-42 Bearer k1", "kite-42 Bearer k1"]);
  Line.all.slice(3).forEach((line, n) => line.answer(201, stored(n + 2)));
  await settled();
  expect(kite.urls().map((url) => parseReference(url).path)).toEqual([
    "/f/f0",
    "/f/f1",
    "/f/f2",
    "/f/f3",
  ]);
});

test("who is a reader for a moment, or whose pad was begun afresh, brings the rest with the key of then", async () => {
  const kite = opened("kite-42", "k1");
  await bring(files(3));
  await settled();
  kite.shows(false);
  Line.all[0]?.answer(201, stored(0));
  Line.all[1]?.answer(410); // that life is over
  await settled();
  expect(placeOf()).toBeNull();
  expect(Line.all).toHaveLength(2);
  opened("kite-42", "k2", kite.writer);
  await vi.advanceTimersByTimeAsync(1000);
  expect(sentTo().slice(2)).toEqual(["kite-42 Bearer k2", "kite-42 Bearer k2"]);
  Line.all.slice(2).forEach((line, n) => line.answer(201, stored(n + 1)));
  await settled();
  expect(kite.urls().map((url) => parseReference(url).path)).toContain("/f/f0");
  expect(kite.urls().every((url) => parseReference(url).path !== "")).toBe(true);
});

test.each([
  ["it has ended or was left", () => leave("kite-42")],
  ["another one stands for ten minutes", () => void vi.advanceTimersByTime(600_000)],
])("nothing is kept of what was to go into a pad once %s", async (_, goes) => {
  const kite = opened("kite-42", "k1");
  await bring(files(3));
  await settled();
  opened("reed-7", "r1");
  goes();
  expect(Line.all.map(({ aborted }) => aborted)).toEqual([true, true]);
  const ways = kite.urls().map((url) => parseReference(url).way ?? "");
  expect(ways).toHaveLength(3);
  expect(ways.map((way) => board.own(way))).toEqual([undefined, undefined, undefined]);
  kite.shows(true);
  await settled();
  expect(Line.all).toHaveLength(2);
});
