/** What was written is saved when the pad has taken it, and the page learns where it has not. */
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { writeSyncStep1 } from "y-protocols/sync";
import * as Y from "yjs";
import { Confirming } from "../src/pad/confirming";
import { editOf } from "../src/pad/edits";
import { withoutForged } from "../src/pad/forged";
import { moved } from "../src/pad/rebase";
import { PadSession } from "../src/pad/session";
import { Socket } from "./socket";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** A page, and what it has come to know. */
function page() {
  const doc = new Y.Doc();
  const asked: { n: number; client?: number }[] = [];
  const seen = { unsaved: null as Date | null, held: false };
  const taken: number[] = [];
  const forged: [number, number][][] = [];
  const confirming = new Confirming({
    doc,
    ask: (ping) => asked.push(ping) > 0,
    onUnsaved: (unsaved) => (seen.unsaved = unsaved),
    onTaken: (before) => taken.push(before),
    onHeld: (held) => (seen.held = held),
    onForged: (taken) => forged.push([...taken]),
    onSilence: () => {},
  });
  const line = { isOpen: true };
  doc.on("update", (_update, _origin, _doc, edit) =>
    confirming.edited(line.isOpen, [editOf(edit, doc.clientID)]),
  );
  confirming.stateSent();
  const answer = (n: number | undefined, taken: object = {}) =>
    confirming.answered({ t: "pong", n: n ?? 0, ...taken });
  const write = (letters: string) => doc.getText("t").insert(0, letters);
  /** Answers every question for so long (ms), as a pad that has taken this much. */
  const answering = async (ms: number, taken: { clock: number; foreign?: boolean }) => {
    for (let passed = 0; passed < ms; passed += 250) {
      const before = asked.length;
      await vi.advanceTimersByTimeAsync(250);
      const ping = asked[before];
      if (ping) answer(ping.n, taken);
    }
  };
  return { doc, asked, seen, taken, forged, write, answer, answering, confirming, line };
}

test.each([{ clock: 1 }, { clock: 3, foreign: true }, { clock: 9 }])(
  "of three letters the pad has $clock: the page says within ten seconds that they don't go through",
  async (taken) => {
    const { seen, write, answering } = page();
    write("abc");
    const since = seen.unsaved;
    await answering(2000, taken);
    expect(seen).toEqual({ held: false, unsaved: since }); // it may have to wait for somebody else's words
    await answering(7500, taken);
    expect(seen).toEqual({ held: true, unsaved: since });
  },
);

test("an answer tells that the server has what was written before its question, and nothing that was written since", async () => {
  const { asked, taken, write, answer } = page();
  write("abc");
  await vi.advanceTimersByTimeAsync(250);
  const at = performance.now();
  await vi.advanceTimersByTimeAsync(5000);
  write("d");
  expect(taken).toEqual([]);
  answer(asked.at(-1)?.n, { clock: 3 });
  expect(taken).toEqual([at]);
});

test("where the pad has more of us than we ever sent, somebody else has written it, though he is gone", async () => {
  const { doc, asked, seen, forged, write, answer, answering, confirming, line } = page();
  write("abc");
  await answering(1000, { clock: 3 });
  line.isOpen = false;
  confirming.lost();
  write("def");
  confirming.asked(new Map([[doc.clientID, 4]]));
  expect(forged).toEqual([[[doc.clientID, 3]]]); // before the pad's text comes: three letters are ours
  confirming.stateSent();
  answer(asked.at(-1)?.n, { clock: 6 });
  await answering(9500, { clock: 6 });
  expect(seen.held).toBe(true);
});

test("where somebody else writes under our id while all of ours is taken, what is typed next is saved", async () => {
  const { doc, seen, forged, write, answering, confirming } = page();
  write("abc");
  await answering(1000, { clock: 3 });
  confirming.lost();
  confirming.asked(new Map([[doc.clientID, 9]]));
  confirming.stateSent();
  doc.clientID += 1; // as Yjs does where the other's come
  write("def");
  await answering(9500, { clock: 3 });
  expect(seen).toEqual({ held: false, unsaved: null });
  expect(forged).toEqual([]);
});

test("what was sent before the connection was lost, and may have arrived, is ours", async () => {
  const { doc, asked, seen, write, answer, answering, confirming, line } = page();
  write("abc");
  line.isOpen = false;
  confirming.lost();
  write("def");
  confirming.asked(new Map([[doc.clientID, 3]]));
  confirming.stateSent();
  answer(asked.at(-1)?.n, { clock: 6 });
  await answering(9500, { clock: 6 });
  expect(seen).toEqual({ held: false, unsaved: null });
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

test("what others delete of a word that was typed after Yjs took another id goes, here and in the next stay", () => {
  const { doc, forged, write, confirming } = page();
  write("abc");
  const left = doc.clientID;
  doc.clientID += 1;
  write("def ");
  const milo = new Y.Doc();
  Y.applyUpdate(milo, Y.encodeStateAsUpdate(doc));
  milo.getText("t").delete(0, 2);
  confirming.asked(new Map([[left, 99]])); // told anew with each connection
  expect(forged.at(-1)).toEqual([[left, 0]]);
  const taken = new Map(forged.at(-1));
  const words = {
    state: Y.encodeStateAsUpdate(doc),
    clients: [...confirming.written.keys()],
    since: new Date(0),
    edits: [],
    forged: taken,
  };
  Y.applyUpdate(doc, withoutForged(Y.encodeStateAsUpdate(milo), taken));
  expect(doc.getText("t").toString()).toBe("f abc");
  Y.applyUpdate(milo, moved(words, milo, 4242).update);
  expect(milo.getText("t").toString()).toBe("f abc");
});

test("where somebody writes under the next id as well, nothing of that is ours either", async () => {
  const { doc, forged, write, answering } = page();
  write("abc");
  const left = doc.clientID;
  doc.clientID += 1;
  write("def");
  await answering(250, { clock: 3, foreign: true });
  expect(forged.at(-1)).toEqual([
    [left, 0],
    [doc.clientID, 0],
  ]);
});

test("a server that knows nothing of this is believed as before", async () => {
  const { seen, write, answer } = page();
  write("abc");
  await vi.advanceTimersByTimeAsync(300);
  answer(1);
  expect(seen).toEqual({ held: false, unsaved: null });
});

test("only a question that was asked after the text was sent on this connection proves that it is taken", () => {
  const { asked, seen, write, answer, confirming } = page();
  confirming.lost();
  write("abc");
  const since = seen.unsaved;
  confirming.ask(2500); // somebody came back to the page
  answer(asked.at(-1)?.n);
  expect(seen.unsaved).toBe(since);
  confirming.ask(2500);
  const early = asked.at(-1)?.n;
  confirming.stateSent();
  answer(early);
  expect(seen.unsaved).toBe(since);
  const late = asked.at(-1)?.n;
  confirming.lost();
  answer(late);
  expect(seen.unsaved).toBe(since);
  confirming.stateSent();
  answer(asked.at(-1)?.n, { clock: 3 });
  expect(seen.unsaved).toBeNull();
});

test.each(["online", "pageshow", "visibilitychange"])(
  "who comes back to the page (%s) is not told that all is saved before the server has asked for it",
  async (name) => {
    vi.stubGlobal("WebSocket", Socket);
    const me = { person: "anna-anna-1", name: "Anna", color: "#2f6bd8" };
    const session = new PadSession({
      url: "ws://h/ws",
      pad: "notes",
      key: "KEY",
      epoch: "b5fb3a3931891af4",
      role: "edit",
      ttl_s: 900,
      me,
    });
    const socket = Socket.all.at(-1) as Socket;
    const leaving = new Event("beforeunload", { cancelable: true });
    session.doc.getText("t").insert(0, "offline");
    socket.open();
    (name === "visibilitychange" ? document : globalThis).dispatchEvent(new Event(name));
    expect(socket.told("ping")).toEqual([{ t: "ping", n: 1 }]);
    socket.tell({ t: "pong", n: 1 });
    expect(session.view().unsaved).not.toBeNull();
    dispatchEvent(leaving);
    expect(leaving.defaultPrevented).toBe(true);
    socket.give(0, (to) => writeSyncStep1(to, new Y.Doc()));
    await vi.advanceTimersByTimeAsync(0);
    expect(socket.told("ping")[1]).toEqual({ t: "ping", n: 2, client: session.doc.clientID });
    socket.tell({ t: "pong", n: 2, clock: 7 });
    expect(session.view().unsaved).toBeNull();
    session.dispose();
  },
);
