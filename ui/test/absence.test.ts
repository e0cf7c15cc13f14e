/** When somebody was away, and what they had seen by then: noted as they go, and read as they come back. */
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import * as Y from "yjs";
import { forgetAll } from "../src/pad/forget";
import { Attendance } from "../src/pad/who/absence";

const MINUTE = 60_000;
let clock = 0;
let visible: DocumentVisibilityState = "visible";
const open: Attendance[] = [];

function look(doc: Y.Doc, epoch = "e1"): Attendance {
  const attendance = new Attendance(doc, epoch, () => clock);
  open.push(attendance);
  return attendance;
}

function turn(to: DocumentVisibilityState): void {
  visible = to;
  document.dispatchEvent(new Event("visibilitychange"));
}

function written(letters: string, client = 7): Y.Doc {
  const doc = new Y.Doc();
  doc.clientID = client;
  doc.getText("t").insert(0, letters);
  return doc;
}

const kept = () => localStorage.getItem("fadepad.left");

beforeEach(() => {
  clock = 1_000_000_000;
  visible = "visible";
  localStorage.clear();
  vi.spyOn(document, "visibilityState", "get").mockImplementation(() => visible);
});
afterEach(() => {
  open.splice(0).forEach((each) => each.stop());
  forgetAll();
  vi.restoreAllMocks();
});

test("who closes the page and comes back later knows what they had seen, and when", () => {
  look(written("abc")).stop();
  clock += 10 * MINUTE;
  const last = look(new Y.Doc()).last();
  expect(last?.at).toBe(1_000_000_000);
  expect([...(last?.seen ?? [])]).toEqual([[7, 3]]);
});

test("a reload, another life and a look at another tab are no absence", () => {
  const doc = written("abc");
  const here = look(doc);
  turn("hidden");
  clock += 5_000;
  turn("visible");
  expect(here.last()).toBeNull();
  dispatchEvent(new Event("pagehide"));
  clock += 5_000;
  expect(look(doc).last()).toBeNull();
  clock += 10 * MINUTE;
  expect(look(doc, "e2").last()).toBeNull();
});

test("what comes while nobody looks is new, also where the page is closed behind them", () => {
  const doc = written("abc");
  const here = look(doc);
  turn("hidden");
  clock += 3 * MINUTE;
  doc.getText("t").insert(3, "def");
  dispatchEvent(new Event("pagehide"));
  here.stop();
  const back = look(doc).last();
  expect([back?.at, back?.seen.get(7)]).toEqual([1_000_000_000, 3]);
});

test("a page that is looked at again after a while knows it without a reload, and a further look away keeps it", () => {
  const doc = written("abc");
  const here = look(doc);
  turn("hidden");
  clock += 3 * MINUTE;
  doc.getText("t").insert(3, "def");
  turn("visible");
  expect(here.last()?.seen.get(7)).toBe(3);
  turn("hidden");
  clock += 5_000;
  turn("visible");
  expect(here.last()?.seen.get(7)).toBe(3);
});

test("where the pad is opened again at once, because it took something no more, the absence is still known", () => {
  const doc = written("abc");
  look(doc).stop();
  clock += 10 * MINUTE;
  const here = look(doc);
  here.stop();
  expect(look(written("abcd", 8)).last()?.seen.get(7)).toBe(3);
});

test("of a pad that is over nothing is kept, and what is kept is no word of it", () => {
  const here = look(written("a secret word"));
  turn("hidden");
  expect(kept()).not.toContain("secret");
  expect(atob(JSON.parse(kept() ?? "[]")[0].seen)).not.toContain("secret");
  forgetAll();
  expect(kept()).toBeNull();
  here.stop();
  dispatchEvent(new Event("pagehide"));
  expect(kept()).toBeNull();
});

test("the list is bounded in pads and hours, and what is no list of ours is passed over", () => {
  for (let n = 0; n < 20; n++) look(written("abc"), `e${n}`).stop();
  expect(JSON.parse(kept() ?? "[]")).toHaveLength(8);
  clock += 25 * 60 * MINUTE;
  expect(look(written("abc"), "e19").last()).toBeNull();
  for (const stored of ["{", "7", '[{"epoch":"e1"}]', '[{"epoch":"e1","at":1,"seen":"%%"}]']) {
    localStorage.setItem("fadepad.left", stored);
    expect(look(written("abc")).last()).toBeNull();
  }
  const at = clock - 10 * MINUTE;
  localStorage.setItem("fadepad.left", JSON.stringify([{ epoch: "e1", at, seen: "////" }]));
  expect(look(written("abc")).last()).toBeNull();
});

test("of a pad that thousands have written in nothing is kept", () => {
  const doc = new Y.Doc();
  for (let n = 0; n < 3_000; n++) Y.applyUpdate(doc, Y.encodeStateAsUpdate(written("a", 1e9 + n)));
  look(doc).stop();
  expect(kept()).toBeNull();
});
