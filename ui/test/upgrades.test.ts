/** A stay on a network that lets pages through and no sockets. */
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { DETOUR } from "../src/live/socket";
import { PadSession } from "../src/pad/session";
import { sent } from "./frames";
import { Socket } from "./socket";

const last = () => Socket.all[Socket.all.length - 1] as Socket;
let session: PadSession;

/** The server lets the newest attempt in, and gives it the text. */
function welcome(): void {
  last().open();
  last().update(new Uint8Array([0, 0]), 1);
}

const stay = () =>
  new PadSession({
    url: "ws://h/ws",
    pad: "notes",
    key: "KEY",
    epoch: "b5fb3a3931891af4",
    role: "edit",
    ttl_s: 900,
    me: { name: "Anna", color: "#2f6bd8" },
  });

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("WebSocket", Socket);
  Socket.all = [];
  sessionStorage.clear();
  session = stay();
  welcome();
});
afterEach(() => {
  session.dispose();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const AWAY = { is: "lost", cause: null };

/** So many attempts that never open. */
async function fails(times: number): Promise<void> {
  for (let n = 0; n < times; n += 1) {
    last().die();
    await vi.advanceTimersByTimeAsync(3000);
  }
}

/** A network that lets no socket through, and of a tunnel what is said here; what is asked of it. */
function network(poll: (method: string, path: string) => Promise<Response> | Response): string[] {
  const asked: string[] = [];
  vi.stubGlobal("fetch", async (path: string, { method = "GET" }: RequestInit = {}) => {
    asked.push(`${method} ${path.split("?")[0]}`);
    return path.startsWith("/ws/") ? new Response(null, { status: 426 }) : poll(method, path);
  });
  return asked;
}

/** A tunnel that gives the text, and then nothing. */
const tunnel = (method: string, path: string): Promise<Response> | Response => {
  if (method === "POST" && path.startsWith("/poll/notes?"))
    return Response.json({ tunnel: "abc" }, { status: 201 });
  if (method !== "GET") return new Response(null, { status: 204 });
  const text = sent(2, new Uint8Array([0, 1, 2, 0, 0]));
  return path.includes("from=0&") ? new Response(text.slice()) : new Promise(() => {});
};

test("where pages come through and sockets do not, it goes by requests, also after a reload, until a socket gets through", async () => {
  const asked = network(tunnel);
  await fails(1);
  expect(session.view().connection).toMatchObject(AWAY);
  expect(asked).toEqual([]);
  await fails(2);
  await vi.dynamicImportSettled();
  await vi.advanceTimersByTimeAsync(100);
  expect(asked.slice(0, 3)).toEqual(["GET /ws/notes", "POST /poll/notes", "GET /poll/notes/abc"]);
  expect(session.view().connection).toEqual({ is: "live", detour: true });
  const known = Socket.all.length;
  session.dispose();
  session = stay();
  await vi.dynamicImportSettled();
  await vi.advanceTimersByTimeAsync(100);
  expect(session.view().connection).toEqual({ is: "live", detour: true });
  expect(Socket.all.length - known).toBeLessThan(2);
  await vi.advanceTimersByTimeAsync(20_000);
  dispatchEvent(new Event("online"));
  const trial = last();
  expect(trial.url).toBe("ws://h/ws");
  trial.open();
  trial.die(4404, "The pad's name is missing");
  expect(last()).not.toBe(trial);
  welcome();
  expect(session.view().connection).toEqual({ is: "live", detour: false });
  expect(asked).toContain("DELETE /poll/notes/abc");
});

test("a socket that opens and brings nothing is none that gets through", async () => {
  network(tunnel);
  last().die();
  await vi.advanceTimersByTimeAsync(300);
  last().open();
  await vi.advanceTimersByTimeAsync(8000);
  await vi.dynamicImportSettled();
  await vi.advanceTimersByTimeAsync(100);
  expect(session.view().connection).toEqual({ is: "live", detour: true });
});

test("who finds the pad full by requests waits for it there, and goes back to no socket", async () => {
  let isFull = true;
  const close = sent(8, new Uint8Array([0x11, 0x97])); // 4503
  const asked = network((method, path) =>
    isFull && method === "GET" ? new Response(close.slice()) : tunnel(method, path),
  );
  sessionStorage.setItem(DETOUR, "1");
  session.dispose();
  session = stay();
  await vi.dynamicImportSettled();
  const before = Socket.all.length;
  await vi.advanceTimersByTimeAsync(20_000);
  expect(session.view().connection).toMatchObject({ cause: "full" });
  expect(asked.filter((path) => path === "POST /poll/notes").length).toBeGreaterThan(2);
  isFull = false;
  await vi.advanceTimersByTimeAsync(20_000);
  expect(session.view().connection).toEqual({ is: "live", detour: true });
  expect(Socket.all).toHaveLength(before);
});

test("where requests are kept out as well, the page knows that nothing goes through", async () => {
  const asked = network(() => new Response(null, { status: 403 }));
  await fails(3);
  await vi.dynamicImportSettled();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(session.view().connection).toMatchObject({ is: "lost", cause: "blocked" });
  expect(asked.filter((path) => path === "GET /ws/notes").length).toBeLessThan(8);
});

test.each([429, 503, 404, 502])("an answer of %s is no proxy without sockets", async (status) => {
  vi.stubGlobal("fetch", async () => new Response(null, { status }));
  await fails(5);
  expect(session.view().connection).toMatchObject(AWAY);
});

test("a server that does not answer at all is only away", async () => {
  vi.stubGlobal("fetch", () => Promise.reject(new TypeError("nobody is there")));
  await fails(5);
  expect(session.view().connection).toMatchObject(AWAY);
});
