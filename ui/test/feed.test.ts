/** What a wall hears over its socket: who comes, that the connection is lost, and the end. */
import * as encoding from "lib0/encoding";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { WallFeed } from "../src/wall/feed";
import { LIFE, Socket, WELCOME } from "./socket";

const last = () => Socket.all[Socket.all.length - 1] as Socket;
let feed: WallFeed;
let leave: () => void;

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("WebSocket", Socket);
  vi.stubGlobal("fetch", async () => new Response(null, { status: 426 }));
  sessionStorage.clear();
  Socket.all = [];
  feed = new WallFeed({ url: "ws://h/ws", pad: "notes", key: "KEY", epoch: "e", ttl_s: 900 });
  leave = feed.start();
});
afterEach(() => {
  leave();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** The wall is let in, and has heard of all who are here. */
function welcome(...here: [client: number, name: string][]): void {
  last().open();
  last().tell(WELCOME);
  comes(...here);
  last().tell({ t: "pong", n: 1 });
}

/** These show themselves, each a person of their own. */
function comes(...who: [client: number, name: string][]): void {
  const of = who.map(([client]) => [client, String(client).padStart(32, "0")]);
  last().tell({ t: "persons", of: Object.fromEntries(of) });
  last().give(1, (to) => {
    const states = encoding.encode((all) => {
      encoding.writeVarUint(all, who.length);
      for (const [client, name] of who) {
        for (const number of [client, 1]) encoding.writeVarUint(all, number);
        encoding.writeVarString(all, JSON.stringify({ user: { name, color: "#112233" } }));
      }
    });
    encoding.writeVarUint8Array(to, states);
  });
}

test("a wall hears who asks to write, and forgets it with the connection", () => {
  welcome([1, "Ann"]);
  const of = [{ person: "0".repeat(31) + "1", name: "Ann", since_s: 3 }];
  last().tell({ t: "hands", count: 1, of });
  expect(feed.view().hands).toMatchObject({ count: 1, of: [{ name: "Ann" }] });
  last().tell({ t: "hands", count: 0, of: [] });
  expect(feed.view().hands.count).toBe(0);
  last().tell({ t: "hands", count: 1, of });
  last().tell(WELCOME);
  expect(feed.view().hands.count).toBe(0);
});

test("a wall says that it is one, and asks who was here before it names the newest", () => {
  expect(last().url).toMatch(/^ws:\/\/h\/ws\/notes\?x=1&wall=1&epoch=e&tab=[0-9a-f]{32}$/);
  welcome([1, "Ann"]);
  expect(last().told("ping")).toEqual([{ t: "ping", n: 1 }]);
  expect(feed.view()).toMatchObject({ connection: { is: "live" }, newest: null });
  comes([2, "Bob"]);
  expect(feed.view().people.map(({ name }) => name)).toEqual(["Ann", "Bob"]);
  expect(feed.view().newest).toBe("2".padStart(32, "0"));
  vi.advanceTimersByTime(5000);
  expect(feed.view().newest).toBeNull();
});

test("a wall comes back by itself, also from a server that says nothing any more", () => {
  welcome();
  last().die();
  expect(feed.view().connection).toMatchObject({ is: "lost", cause: null });
  vi.advanceTimersByTime(2500);
  welcome();
  expect(feed.view().connection).toEqual({ is: "live" });
  const silent = last();
  vi.advanceTimersByTime(30_000);
  expect(feed.view().connection).toMatchObject({ is: "lost" });
  expect(last(), "a room does not come back at one instant").toBe(silent);
  vi.advanceTimersByTime(200);
  expect(last()).not.toBe(silent);
});

test("a wall that was never let in knows where something lets no socket through", async () => {
  for (let n = 0; n < 2; n += 1) {
    last().die();
    await vi.advanceTimersByTimeAsync(3000);
  }
  await vi.dynamicImportSettled();
  await vi.advanceTimersByTimeAsync(3000);
  expect(feed.view().connection).toEqual({ is: "connecting", cause: "blocked" });
  welcome();
  expect(feed.view().connection).toEqual({ is: "live" });
});

test.each([
  [4410, "gone"],
  [4403, "forbidden"],
  [4403, "new_links", "new links"],
])("closed with %s it is %s, and nothing is tried any more", (code, why, said = "") => {
  welcome();
  last().die(code, said);
  vi.advanceTimersByTime(60_000);
  expect(feed.view().connection).toMatchObject({ is: "ended", why });
  expect(Socket.all).toHaveLength(1);
});

test("an end that is told has its reason", () => {
  welcome([1, "Ann"]);
  last().tell({ ...LIFE, state: "ended", why: "host" });
  expect(feed.view()).toMatchObject({ connection: { is: "ended", why: "host" }, people: [] });
  expect(last().readyState).toBe(3);
});

/** What a wall has asked the text for. */
const asked = () => last().sent.filter(({ tag }) => tag === 0);

test("a wall asks for the text only where it is wished for, anew after each connection, and takes none else", () => {
  const taken: number[] = [];
  welcome([1, "Ann"]);
  expect(feed.view().text).toBe(false);
  last().tell({ t: "walls", text: true });
  expect(feed.view().text).toBe(true);
  const stop = feed.readText({
    ask: (to) => encoding.writeVarUint(to, 0),
    take: () => taken.push(1),
  });
  expect(asked()).toHaveLength(1);
  last().give(0, () => {});
  expect(taken).toHaveLength(1);

  last().die();
  vi.advanceTimersByTime(2500);
  last().open();
  last().tell(WELCOME);
  expect(feed.view().text).toBe(true);
  last().tell({ t: "walls", text: true });
  expect(asked()).toHaveLength(1);
  last().tell({ t: "pong", n: 1 });
  expect(feed.view().text).toBe(true);

  last().tell({ t: "walls", text: false });
  expect(feed.view().text).toBe(false);
  last().give(0, () => {});
  expect(taken).toHaveLength(1);
  stop();
});

test("a wall whose connection was lost while the wish was taken back drops the text", () => {
  welcome([1, "Ann"]);
  last().tell({ t: "walls", text: true });
  last().die();
  vi.advanceTimersByTime(2500);
  welcome([1, "Ann"]);
  expect(feed.view().text).toBe(false);
});

test("a wall that is out of reach drops the text after half a minute, and has it again when it is back", () => {
  welcome([1, "Ann"]);
  last().tell({ t: "walls", text: true });
  last().die();
  vi.advanceTimersByTime(29_900);
  expect(feed.view().text, "a short loss is not seen").toBe(true);
  vi.advanceTimersByTime(100);
  expect(feed.view()).toMatchObject({ text: false, presenter: null });
  vi.advanceTimersByTime(60_000); // attempts that nobody answers
  last().open();
  last().tell(WELCOME);
  last().tell({ t: "walls", text: true });
  expect(feed.view().text).toBe(true);
  last().tell({ t: "pong", n: 1 });
  last().die();
  vi.advanceTimersByTime(2500);
  last().open();
  last().tell(WELCOME);
  last().tell({ t: "walls", text: true });
  for (let s = 0; s < 40; s += 10) {
    vi.advanceTimersByTime(10_000);
    last().tell({ t: "walls", text: true });
  }
  expect(feed.view().text, "back in time it stays").toBe(true);
});

const person = (client: number) => String(client).padStart(32, "0");

test("a wall follows who has the pencil, else the host whose caret moved last", () => {
  welcome([1, "Ann"], [2, "Bob"], [3, "Cleo"]);
  last().tell({
    t: "persons",
    of: { 1: person(1), 2: person(2) },
    roles: { 1: "host", 2: "host" },
  });
  const moves = (client: number, clock: number) =>
    last().give(1, (to) => {
      const states = encoding.encode((all) => {
        for (const number of [1, client, clock]) encoding.writeVarUint(all, number);
        const place = { type: null, tname: "blocknote", item: { client: 9, clock }, assoc: 0 };
        const cursor = { anchor: place, head: place };
        const user = { name: `P${client}`, color: "#112233" };
        encoding.writeVarString(all, JSON.stringify({ user, cursor }));
      });
      encoding.writeVarUint8Array(to, states);
    });
  last().tell({ t: "walls", text: true });
  expect(feed.view().presenter).toBeNull();
  moves(3, 2);
  expect(feed.view().presenter).toBeNull();
  moves(1, 3);
  expect(feed.view().presenter?.id).toBe(person(1));
  moves(2, 4);
  expect(feed.view().presenter?.id).toBe(person(2));
  last().tell({ t: "walls", text: true, pencil: person(3) });
  expect(feed.view().presenter).toMatchObject({ id: person(3), caret: { item: { clock: 2 } } });
});
