/** What was written is saved when the pad has taken it, and the page learns where it has not. */
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import * as Y from "yjs";
import { Confirming } from "../src/pad/confirming";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A page, and what it has come to know. */
function page() {
  const doc = new Y.Doc();
  const asked: { n: number; client?: number }[] = [];
  const seen = { unsaved: null as Date | null, held: false };
  const confirming = new Confirming({
    doc,
    ask: (ping) => asked.push(ping) > 0,
    onUnsaved: (unsaved) => (seen.unsaved = unsaved),
    onHeld: (held) => (seen.held = held),
    onSilence: () => {},
  });
  doc.on("update", () => confirming.edited());
  confirming.stateSent();
  const write = (letters: string) => doc.getText("t").insert(0, letters);
  /** Answers every question for so long (ms), as a pad that has taken this much. */
  const answering = async (ms: number, taken: { clock: number; foreign?: boolean }) => {
    for (let passed = 0; passed < ms; passed += 250) {
      const before = asked.length;
      await vi.advanceTimersByTimeAsync(250);
      const ping = asked[before];
      if (ping) confirming.answered({ t: "pong", n: ping.n, ...taken });
    }
  };
  return { doc, seen, write, answering, confirming };
}

test.each([{ clock: 1 }, { clock: 3, foreign: true }, { clock: 9 }])("of three letters the pad has $clock: the page says within ten seconds that they don't go through", async (taken) => {
  const { seen, write, answering } = page();
  write("abc");
  const since = seen.unsaved;
  await answering(2000, taken);
  expect(seen).toEqual({ held: false, unsaved: since }); // it may have to wait for somebody else's words
  await answering(7500, taken);
  expect(seen).toEqual({ held: true, unsaved: since });
});

test("words that had to wait for others' are saved when they are taken", async () => {
  const { seen, write, answering } = page();
  write("abc");
  await answering(6000, { clock: 0 });
  expect(seen.held).toBe(true);
  await answering(2000, { clock: 3 });
  expect(seen).toEqual({ held: false, unsaved: null });
});

test("where somebody else wrote in their place, no later answer says that they are saved", async () => {
  const { seen, write, answering } = page();
  write("abc");
  await answering(250, { clock: 2, foreign: true });
  await answering(6000, { clock: 3 });
  expect(seen.held).toBe(true);
});

test("words under an id that Yjs has given up are not saved by what comes under the next", async () => {
  const { doc, seen, write, answering } = page();
  write("abc");
  doc.clientID += 1;
  write("d");
  await answering(6000, { clock: 1 });
  expect(seen.held).toBe(true);
});

test("a server that knows nothing of this is believed as before", async () => {
  const { seen, write, confirming } = page();
  write("abc");
  await vi.advanceTimersByTimeAsync(300);
  confirming.answered({ t: "pong", n: 1 });
  expect(seen).toEqual({ held: false, unsaved: null });
});
