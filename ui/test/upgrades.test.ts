/** A stay on a network that lets pages through and no sockets. */
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { PadSession } from "../src/pad/session";
import { Socket } from "./socket";

const last = () => Socket.all[Socket.all.length - 1] as Socket;
let session: PadSession;

/** The server lets the newest attempt in, and gives it the text. */
function welcome(): void {
  last().open();
  last().update(new Uint8Array([0, 0]), 1);
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("WebSocket", Socket);
  Socket.all = [];
  const me = { name: "Anna", color: "#2f6bd8" };
  session = new PadSession({
    url: "ws://h/ws",
    pad: "notes",
    key: "KEY",
    epoch: "b5fb3a3931891af4",
    role: "edit",
    ttl_s: 900,
    me,
  });
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

test("where pages come through and sockets do not, the page knows, and forgets it when one does", async () => {
  const ask = vi.fn(async (_path: string) => ({ status: 426 }));
  vi.stubGlobal("fetch", ask);
  last().die();
  await vi.advanceTimersByTimeAsync(3000);
  expect(ask).not.toHaveBeenCalled();
  await fails(1);
  expect(session.view().connection).toMatchObject(AWAY);
  await fails(1);
  expect(ask.mock.lastCall?.[0]).toBe("/ws/notes");
  expect(session.view().connection).toMatchObject({ is: "lost", cause: "blocked" });
  await fails(9);
  expect(session.view().connection).toMatchObject({ is: "lost", cause: "blocked" });
  expect(ask.mock.calls.length).toBeLessThan(5);
  welcome();
  expect(session.view().connection).toEqual({ is: "live" });
  last().die();
  expect(session.view().connection).toMatchObject(AWAY);
});

test.each([429, 503, 404, 502])("an answer of %s is no proxy without sockets", async (status) => {
  vi.stubGlobal("fetch", async () => ({ status }));
  await fails(5);
  expect(session.view().connection).toMatchObject(AWAY);
});

test("a server that does not answer at all is only away", async () => {
  vi.stubGlobal("fetch", () => Promise.reject(new TypeError("nobody is there")));
  await fails(5);
  expect(session.view().connection).toMatchObject(AWAY);
});
