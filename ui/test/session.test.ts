/** A stay in a pad over a socket that the test holds in its hands. */
import * as encoding from "lib0/encoding";
import { expect, test, vi } from "vitest";
import { Awareness, encodeAwarenessUpdate } from "y-protocols/awareness";
import { writeSyncStep1 } from "y-protocols/sync";
import * as Y from "yjs";
import { removedIn } from "../src/binding/arrival";
import { moved } from "../src/pad/rebase";
import { plantSeed } from "../src/pad/seed";
import { taken } from "../src/pad/taken";
import { LIFE, Socket, WELCOME } from "./socket";
import { aroundEach, come, enter, EPOCH, last, me, session, welcome } from "./stay";

/** Lets what waits for the end of the current turn happen. */
const turn = () => vi.advanceTimersByTimeAsync(0);

const write = (text: string) => session.doc.getText("t").insert(0, text);

/** `n` updates of somebody else. */
function othersWriting(n: number): Uint8Array[] {
  const doc = new Y.Doc();
  plantSeed(doc, EPOCH, null);
  const updates: Uint8Array[] = [];
  doc.on("update", (update: Uint8Array) => updates.push(update));
  for (let i = 0; i < n; i += 1) doc.getText("o").insert(i, "x");
  return updates;
}

aroundEach();

test("the key goes in the subprotocol and the epoch in the query, never the other way round", () => {
  const socket = enter();
  expect(socket.url).toMatch(/^ws:\/\/h\/ws\/notes\?x=1&epoch=b5fb3a3931891af4&tab=[0-9a-f]{32}$/);
  expect(socket.protocols).toEqual(["fadepad", "fadepad.key.KEY"]);
});

test("the pad may be shown when its text has come, not before", () => {
  come();
  expect(session.view()).toMatchObject({ ready: false, connection: { is: "connecting" } });
  welcome();
  expect(session.view()).toMatchObject({ ready: true, connection: { is: "live" } });
});

test("the page says who writes after the welcome and at every rename", () => {
  const socket = enter();
  expect(socket.told("hello")).toEqual([{ t: "hello", name: me.name, color: me.color }]);
  session.rename({ ...me, name: "Anna K" });
  expect(socket.told("hello")).toHaveLength(2);
  expect(session.view().people).toMatchObject([{ name: "Anna K", me: true, devices: 1 }]);
});

test("what was written counts as saved when the server says so, and not for an older question", async () => {
  const socket = enter();
  await turn();
  write("a");
  expect(session.view().unsaved).not.toBeNull();
  vi.advanceTimersByTime(300);
  expect(socket.told("ping")).toEqual([{ t: "ping", n: 1, client: session.doc.clientID }]);
  write("b");
  socket.tell({ t: "pong", n: 1 });
  expect(session.view().unsaved).not.toBeNull();
  vi.advanceTimersByTime(300);
  socket.tell({ t: "pong", n: 2 });
  expect(session.view().unsaved).toBeNull();
});

test("who leaves right after a letter waits for its answer, which is asked for at once, and for no other", async () => {
  const socket = enter();
  await turn();
  await taken(session, 1500); // nothing is open
  write("a");
  const left = vi.fn();
  void taken(session, 1500).then(left);
  await turn();
  expect(socket.told("ping")).toHaveLength(1);
  expect(left).not.toHaveBeenCalled();
  socket.tell({ t: "pong", n: 1 });
  await turn();
  expect(left).toHaveBeenCalledOnce();
  expect(session.view().unsaved).toBeNull();
});

test("who leaves is kept by no server that does not answer, nor by one that is gone", async () => {
  const socket = enter();
  await turn();
  write("a");
  const left = vi.fn();
  void taken(session, 1500).then(left);
  await vi.advanceTimersByTimeAsync(1499);
  expect(left).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  expect(left).toHaveBeenCalledOnce();
  socket.die();
  await taken(session, 1500);
  expect(session.view().unsaved).not.toBeNull();
});

test("what was written without a connection is saved after the server has asked for it", async () => {
  enter().die();
  write("offline");
  expect(session.view()).toMatchObject({ connection: { is: "lost" } });
  vi.advanceTimersByTime(3000);
  const socket = welcome();
  await turn();
  const order = socket.sent.map(({ tag, kind, json }) =>
    tag === 0 ? `sync${kind}` : tag === 101 ? json?.t : "presence",
  );
  expect(order.indexOf("sync1")).toBeGreaterThan(0);
  expect(order.lastIndexOf("ping")).toBeGreaterThan(order.indexOf("sync1"));
  socket.tell({ t: "pong", n: 1 });
  expect(session.view().unsaved).toBeNull();
});

/** Whether the page asks before it is left. */
function leaving(): boolean {
  const event = new Event("beforeunload", { cancelable: true });
  dispatchEvent(event);
  return event.defaultPrevented;
}

test("a question that was asked before the server had our text proves nothing", async () => {
  enter().die();
  write("offline");
  vi.advanceTimersByTime(3000);
  const socket = last();
  socket.open();
  socket.tell(WELCOME);
  socket.update(new Uint8Array([0, 0]), 1);
  vi.advanceTimersByTime(1000);
  await turn();
  expect(socket.told("ping")).toEqual([]);
});

test("leaving warns while something has not arrived", async () => {
  const socket = enter();
  await turn();
  expect(leaving()).toBe(false);
  write("a");
  expect(leaving()).toBe(true);
  vi.advanceTimersByTime(300);
  socket.tell({ t: "pong", n: 1 });
  expect(leaving()).toBe(false);
});

test("updates are taken at once when it is quiet and together when it is busy", () => {
  const socket = enter();
  vi.advanceTimersByTime(1000);
  let taken = 0;
  session.doc.on("update", () => (taken += 1));
  const updates = othersWriting(30);
  for (const update of updates) socket.update(update);
  expect(taken).toBe(1);
  expect(session.doc.getText("o").toJSON()).toBe("x");
  vi.advanceTimersByTime(50);
  expect(taken).toBe(2);
  expect(session.doc.getText("o").toJSON()).toBe("x".repeat(30));
});

test("an update tells what its author took out, and a whole text that comes late does not", () => {
  const socket = enter();
  const told: boolean[] = [];
  session.doc.on(
    "afterTransaction",
    (edit: Y.Transaction) => edit.local || void told.push(removedIn(edit) !== null),
  );
  write("a");
  const [one, two, three, four, five] = othersWriting(5) as [Uint8Array, ...Uint8Array[]];
  socket.update(one);
  vi.advanceTimersByTime(50);
  socket.update(two as Uint8Array, 1);
  vi.advanceTimersByTime(50);
  // both in one batch
  socket.update(three as Uint8Array);
  socket.update(four as Uint8Array, 1);
  vi.advanceTimersByTime(50);
  socket.update(five as Uint8Array);
  vi.advanceTimersByTime(50);
  expect(told).toEqual([true, false, false, true]);
  expect(session.doc.getText("o").toString()).toBe("xxxxx");
});

test("an update that can't be read spoils no other of its batch", () => {
  const socket = enter();
  vi.spyOn(console, "warn").mockImplementation(() => {});
  const [first, second] = othersWriting(2) as [Uint8Array, Uint8Array];
  for (const update of [first, new Uint8Array([9, 9, 9]), second]) socket.update(update);
  vi.advanceTimersByTime(50);
  expect(session.doc.getText("o").toJSON()).toBe("xx");
});

test("presence of others is cleaned and is not sent back", () => {
  const socket = enter();
  vi.advanceTimersByTime(1000);
  const other = new Awareness(new Y.Doc());
  other.setLocalState({ user: { id: "milo-milo", name: "Mi\nlo", color: "red;inset:0" } });
  const before = socket.sent.length;
  socket.give(1, (to) =>
    encoding.writeVarUint8Array(to, encodeAwarenessUpdate(other, [other.clientID])),
  );
  expect(session.view().people.map(({ name, me }) => [name, me])).toEqual([
    ["Anna", true],
    ["Mi lo", false],
  ]);
  expect(session.view().people[1]?.color).toMatch(/^#[0-9a-f]{6}$/);
  expect(socket.sent.length).toBe(before);
  other.destroy();
});

test("a reader's page sends no text, whatever happens in it", async () => {
  const socket = enter("view");
  write("a");
  socket.give(0, (to) => writeSyncStep1(to, new Y.Doc()));
  await turn();
  expect(socket.sent.filter(({ tag, kind }) => tag === 0 && kind !== 0)).toEqual([]);
  expect(session.view().unsaved).toBeNull();
});

test("who reads and asks to write asks again after a loss of the connection, and no more once they may", async () => {
  const socket = enter("view");
  session.ask(true);
  expect(session.view().asks).toBe(true);
  socket.die();
  session.ask(false);
  expect(session.view().asks, "nobody has heard it").toBe(true);
  vi.advanceTimersByTime(3000);
  const again = welcome("view");
  expect(again.told("hand")).toEqual([{ t: "hand", up: true }]);
  again.tell({ t: "role", role: "edit" });
  expect(session.view().asks).toBe(false);
  again.tell({ t: "role", role: "view" });
  expect(session.view().asks).toBe(false);
});

test("a host hears who may write, who has the pencil and who asks, and of the last anew on each connection", () => {
  const socket = enter();
  const of = [{ person: "0".repeat(32), name: null, since_s: 60 }];
  socket.tell({ t: "hands", count: 1, of });
  expect(session.view().hands).toEqual({
    count: 1,
    of: [{ person: "0".repeat(32), name: "", since: performance.now() - 60_000 }],
  });
  socket.tell({ t: "access", writing: "picked", door: "open", pin: false, pencil: "0".repeat(32) });
  expect(session.view()).toMatchObject({
    writing: "picked",
    pencil: "0".repeat(32),
  });
  socket.tell({ t: "access", writing: "everyone", door: "open", pin: false });
  expect(session.view()).toMatchObject({ writing: "everyone", pencil: null, decided: null });
  socket.tell(WELCOME);
  expect(session.view().hands.count).toBe(0);
});

test("a pad that has ended is over: no socket, nothing sent, the text still here", () => {
  const socket = enter();
  socket.tell({ ...LIFE, state: "ended", why: "host" });
  expect(session.view().connection).toMatchObject({ is: "ended", why: "host", slept: false });
  const sent = socket.sent.length;
  write("after the end");
  dispatchEvent(new Event("online"));
  vi.advanceTimersByTime(60_000);
  expect(Socket.all).toHaveLength(1);
  expect(socket.sent.length).toBe(sent);
  expect(session.doc.getText("t").toJSON()).toBe("after the end");
});

test("a page that slept is told that another life has begun, and brings nothing back", () => {
  enter().die();
  write("mine");
  vi.advanceTimersByTime(3000);
  const socket = last();
  socket.open();
  socket.die(4410);
  expect(session.view().connection).toMatchObject({ is: "ended", why: "gone", slept: true });
  expect(socket.updates()).toBe(0);
  vi.advanceTimersByTime(60_000);
  expect(last()).toBe(socket);
});

test.each(["too_large", "not_kept", "malformed"])(
  "what is refused as %s ends this connection, and the page waits for the next stay with what stands here",
  (why) => {
    const socket = enter();
    write("too much");
    socket.tell({ t: "refused", why });
    expect(session.view()).toMatchObject({ connection: { is: "lost" }, refused: why });
    write(" and on");
    dispatchEvent(new Event("online"));
    vi.advanceTimersByTime(60_000);
    expect(Socket.all).toHaveLength(1);
    expect(session.standing).toEqual({ edits: 2, settled: false });
    expect(leaving()).toBe(true);
  },
);

test.each([4400, 4413, 4415])("so does a connection that is closed with %d alone", (code) => {
  enter().die(code);
  expect(session.view().refused).not.toBeNull();
});

test("who only reads, or has no text yet, stops where something of the page is refused", () => {
  enter("view").tell({ t: "refused", why: "malformed" });
  expect(session.view().connection).toMatchObject({ is: "ended", why: "malformed" });
  session.dispose();
  come();
  last().open();
  last().die(4413);
  expect(session.view().connection).toMatchObject({ is: "ended", why: "too_large" });
});

test("a full pad is waited for", () => {
  come();
  last().open();
  last().die(4503);
  expect(session.view().connection).toEqual({ is: "connecting", cause: "full" });
  vi.advanceTimersByTime(3000);
  expect(Socket.all.length).toBeGreaterThan(1);
});

test("a full pad is waited for as long as it takes, and no way around it is looked for", async () => {
  const asked = vi.fn<(path: string) => Promise<Response>>(() =>
    Promise.resolve(new Response(null, { status: 426 })),
  );
  vi.stubGlobal("fetch", asked);
  sessionStorage.clear();
  come();
  for (let n = 0; n < 5; n += 1) {
    const full = last();
    full.open();
    full.die(4503);
    expect(session.view().connection).toMatchObject({ cause: "full" });
    while (last() === full) await vi.advanceTimersByTimeAsync(100);
  }
  await vi.dynamicImportSettled();
  expect(asked).not.toHaveBeenCalled();
  expect(sessionStorage).toHaveLength(0);
});

test("a socket that does not answer is given up, and another one is opened", async () => {
  const socket = enter();
  await turn();
  write("a");
  vi.advanceTimersByTime(9000);
  expect(socket.readyState).toBe(3);
  expect(last()).not.toBe(socket);
});

test("coming back to the page tries at once", () => {
  enter().die();
  const before = Socket.all.length;
  dispatchEvent(new Event("pageshow"));
  expect(Socket.all.length).toBe(before + 1);
});

test("an attempt that the network swallows is given up, and sooner when somebody looks", () => {
  enter().die();
  vi.advanceTimersByTime(3000);
  const swallowed = last();
  vi.advanceTimersByTime(6000);
  expect(last()).not.toBe(swallowed);
  const again = last();
  dispatchEvent(new Event("online"));
  vi.advanceTimersByTime(2600);
  expect(last()).not.toBe(again);
});

test("reconnecting is left to chance, so that a room does not come back at one instant", () => {
  const waits = [0, 1].map((chance) => {
    vi.spyOn(Math, "random").mockReturnValue(chance);
    enter().die();
    const [before, start] = [Socket.all.length, performance.now()];
    while (Socket.all.length === before) vi.advanceTimersByTime(10);
    session.dispose();
    return performance.now() - start;
  });
  expect(waits[0]).toBeLessThan(waits[1] as number);
});

const lineOf = (doc: Y.Doc) =>
  [...doc.getXmlFragment("blocknote").createTreeWalker((node) => node instanceof Y.XmlText)][0];

/** A pad of one line, of which a page and somebody else have the same. */
function withLine(words: string): { socket: Socket; other: Y.Doc; line: () => Y.XmlText } {
  const other = new Y.Doc();
  plantSeed(other, EPOCH, null);
  (lineOf(other) as Y.XmlText).insert(0, words);
  const socket = enter();
  socket.update(Y.encodeStateAsUpdate(other), 2);
  vi.advanceTimersByTime(100);
  return { socket, other, line: () => lineOf(session.doc) as Y.XmlText };
}

const group = (doc: Y.Doc) => doc.getXmlFragment("blocknote").get(0) as Y.XmlElement;

/** Comes back to what the other has by now. */
function back(other: Y.Doc): void {
  vi.advanceTimersByTime(3000);
  const socket = last();
  socket.open();
  socket.tell(WELCOME);
  socket.give(0, (to) => writeSyncStep1(to, other));
  socket.update(Y.encodeStateAsUpdate(other), 1);
  vi.advanceTimersByTime(1000);
}

test("what was typed without a connection into a line that others took out is handed back", () => {
  const { socket, other, line } = withLine("we meet");
  socket.die();
  line().insert(7, " on Thursday");
  group(other).delete(0, 1);
  back(other);
  expect(session.view().left).toMatchObject({ why: "taken_out", words: " on Thursday" });
  session.letGo();
  expect(session.view().left).toBeNull();
});

/** Units under this id that are deleted, as somebody writes them who has seen it. */
function forge(other: Y.Doc, id: number): void {
  const forger = new Y.Doc();
  Y.applyUpdate(forger, Y.encodeStateAsUpdate(other));
  forger.clientID = id;
  const junk = forger.getText("junk");
  junk.insert(0, "x".repeat(500));
  junk.delete(0, 500);
  Y.applyUpdate(other, Y.encodeStateAsUpdate(forger));
}

test.each(["", " here"])(
  "what was typed without a connection stands and goes on, though somebody has deleted it ahead under its id (%j is saved)",
  (saved) => {
    const { socket, other, line } = withLine("we meet");
    if (saved) {
      line().insert(7, saved);
      vi.advanceTimersByTime(300);
      socket.tell({ t: "pong", n: socket.told("ping").length, clock: saved.length });
      Y.applyUpdate(other, Y.encodeStateAsUpdate(session.doc));
    }
    socket.die();
    line().insert(7 + saved.length, " at noon");
    forge(other, session.doc.clientID);
    back(other);
    expect(lineOf(session.doc)?.toString()).toBe(`we meet${saved} at noon`);
    expect(session.view().left).toBeNull();
    (lineOf(other) as Y.XmlText).insert(0, "tomorrow ");
    last().update(Y.encodeStateAsUpdate(other));
    vi.advanceTimersByTime(100);
    const all = `tomorrow we meet${saved} at noon`;
    expect(lineOf(session.doc)?.toString()).toBe(all);

    Y.applyUpdate(other, moved(session.words(), other, 4242).update); // as another stay takes it there
    expect(lineOf(other)?.toString()).toBe(all);
  },
);

test("what stands in another line now is not handed back", () => {
  const { socket, other, line } = withLine("we meet");
  socket.die();
  line().insert(7, " on Thursday");
  const moved = new Y.XmlElement("blockContainer");
  const words = new Y.XmlText("we meet on Thursday");
  moved.insert(0, [words]);
  group(other).delete(0, 1);
  group(other).insert(0, [moved]);
  back(other);
  expect(session.view().left).toBeNull();
});

test("who is a host no more keeps neither knocks nor raised hands, also when they are one again", () => {
  const socket = enter();
  socket.tell({ t: "role", role: "host" });
  const [id, name] = ["9".repeat(32), "Tom"];
  const who = [
    {
      id,
      name,
      color: null,
      device: "phone",
      way: "code" as const,
      role: "edit" as const,
      was_out: false,
      since_s: 1,
    },
  ];
  socket.tell({ t: "knock", of: 1, who });
  socket.tell({ t: "hands", count: 1, of: [{ person: id, name, since_s: 1 }] });
  expect(session.view()).toMatchObject({ knocks: { of: 1 }, hands: { count: 1 } });
  for (const role of ["edit", "host"] as const) {
    socket.tell({ t: "role", role });
    expect(session.view()).toMatchObject({ knocks: null, hands: { count: 0 } });
  }
});

test("new links are one's own by the person who made them, and not by a name", () => {
  const socket = enter();
  for (const [who, by] of [
    [WELCOME.person, null],
    ["9".repeat(32), me.name],
  ] as const) {
    socket.tell({ t: "new_links", role: "view", by: me.name, who });
    expect(session.view().newLinks).toEqual({ role: "view", by });
  }
  expect(session.view().decided?.says).toBe("Anna made new links for reading.");
});
