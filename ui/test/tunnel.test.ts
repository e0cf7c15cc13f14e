/** A socket made of requests, at a server that the test holds: what is heard, said, asked again and left. */
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { read, Trials, Tunnel, written } from "../src/live/tunnel";
import { sent } from "./frames";
import { Socket } from "./socket";

interface Asked {
  method: string;
  path: string;
  bytes: Uint8Array;
  /** Nobody waits for it, or for the rest of it, any more. */
  isGivenUp: () => boolean;
  answer: (status: number, body?: Uint8Array | object | string) => void;
  /** An answer that begins and goes on for ever. */
  begin: () => void;
  fail: () => void;
}
let asked: Asked[] = [];
const settle = () => vi.advanceTimersByTimeAsync(0);
const next = async (method: string): Promise<Asked> => {
  await settle();
  const at = asked.findIndex((each) => each.method === method);
  expect(at, `${method} among ${asked.map((each) => each.method).join(", ")}`).not.toBe(-1);
  return asked.splice(at, 1)[0] as Asked;
};

beforeEach(() => {
  vi.useFakeTimers();
  asked = [];
  vi.stubGlobal("fetch", (path: string, how: RequestInit = {}) => {
    const answers = new EventTarget();
    const fail = () => answers.dispatchEvent(new Event("fail"));
    how.signal?.addEventListener("abort", fail);
    const reply = (response: Response) =>
      answers.dispatchEvent(new CustomEvent("answer", { detail: response }));
    const answer: Asked["answer"] = (status, body) => {
      const bytes = body instanceof Uint8Array ? body.slice() : JSON.stringify(body);
      const kind = typeof body === "string" ? "text/html" : "application/octet-stream";
      const headers = { "Content-Type": kind };
      reply(new Response(body === undefined ? null : bytes, { status, headers }));
    };
    const start = (body: ReadableStreamDefaultController<Uint8Array>) => {
      body.enqueue(content(1));
      how.signal?.addEventListener("abort", () => body.error(new TypeError("given up")));
    };
    const begin = () => reply(new Response(new ReadableStream<Uint8Array>({ start })));
    const isGivenUp = () => how.signal?.aborted ?? false;
    const bytes = new Uint8Array((how.body as Uint8Array | undefined) ?? []);
    asked.push({ method: how.method ?? "GET", path, bytes, isGivenUp, answer, begin, fail });
    return new Promise<Response>((resolve, reject) => {
      answers.addEventListener("answer", (event) => resolve((event as CustomEvent).detail));
      answers.addEventListener("fail", () => reject(new TypeError("the network is gone")));
    });
  });
});
const tunnels: Tunnel[] = [];
afterEach(() => {
  tunnels.splice(0).forEach((tunnel) => tunnel.close());
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const content = (length: number) => Uint8Array.from({ length }, (_, n) => n % 251);

async function opened(): Promise<{ tunnel: Tunnel; heard: Uint8Array[]; closed: number[] }> {
  const tunnel = new Tunnel("/notes?x=1", "KEY");
  tunnels.push(tunnel);
  const heard: Uint8Array[] = [];
  const closed: number[] = [];
  tunnel.addEventListener("message", (event) =>
    heard.push(new Uint8Array((event as MessageEvent<ArrayBuffer>).data)),
  );
  tunnel.addEventListener("close", (event) => closed.push((event as CloseEvent).code));
  const open = await next("POST");
  expect(open.path).toBe("/poll/notes?x=1");
  open.answer(201, { tunnel: "abc" });
  await settle();
  expect(tunnel.readyState).toBe(1);
  return { tunnel, heard, closed };
}

test.each([0, 1, 125, 126, 65_535, 65_536])(
  "a frame of %s bytes is read as it was written",
  (length) => {
    const bytes = sent(2, content(length));
    for (const cut of [1, bytes.length - 1]) expect(read(bytes.subarray(0, cut))).toBeNull();
    const frame = read(new Uint8Array([...bytes, 7]));
    expect(frame).toEqual({ kind: 2, content: content(length), size: bytes.length });
  },
);

test("frames are heard whole, however answers cut them, and each answer is confirmed by the next request", async () => {
  const { heard } = await opened();
  const bytes = new Uint8Array([...sent(2, content(300)), ...sent(2, content(3))]);
  for (const [from, to] of [
    [0, 2],
    [2, 150],
    [150, bytes.length],
  ] as const) {
    const fetch = await next("GET");
    expect(fetch.path).toMatch(new RegExp(`^/poll/notes/abc\\?from=${from}&`));
    fetch.answer(200, bytes.slice(from, to));
  }
  await settle();
  const nobody = new Uint8Array([1, 1, 0]); // while one has come in part, it is not silent
  expect(heard).toEqual([nobody, nobody, content(300), content(3)]);
});

test("what was not answered is asked again, from the same byte on, and a login page is no answer", async () => {
  const { tunnel, heard, closed } = await opened();
  tunnel.send(content(4));
  (await next("POST")).fail();
  (await next("GET")).answer(200, "<html>please log in</html>");
  await vi.advanceTimersByTimeAsync(300);
  const again = await next("POST");
  expect(again.path).toBe("/poll/notes/abc?at=0");
  expect(again.bytes).toEqual(written(2, content(4)));
  again.answer(502);
  await vi.advanceTimersByTimeAsync(600);
  (await next("POST")).answer(204);
  const fetch = await next("GET");
  expect(fetch.path).toMatch(/from=0&/);
  fetch.answer(200, sent(2, content(1)));
  await settle();
  expect([heard, closed]).toEqual([[content(1)], []]);
});

test("what is written while a post is on its way goes together, and in posts that are taken", async () => {
  const { tunnel } = await opened();
  tunnel.send(content(1));
  const first = await next("POST");
  for (const length of [2, 20_000, 3]) tunnel.send(content(length));
  await settle();
  expect(asked.filter(({ method }) => method === "POST")).toEqual([]);
  first.answer(204);
  const posts = [await next("POST")];
  posts[0]?.answer(204);
  posts.push(await next("POST"));
  expect(posts.map(({ bytes }) => bytes.length)).toEqual([
    16 << 10,
    20_000 + 8 + 8 + 9 - (16 << 10),
  ]);
  expect(posts.map(({ path }) => path.split("at=")[1])).toEqual(["7", String(7 + (16 << 10))]);
});

test("a ping is answered, and a close with its code and nothing after it", async () => {
  const { closed } = await opened();
  (await next("GET")).answer(200, sent(9, content(2)));
  const pong = await next("POST");
  expect(pong.bytes).toEqual(written(10, content(2)));
  pong.answer(204);
  (await next("GET")).answer(200, sent(8, new Uint8Array([0x11, 0x3a, 98, 121, 101])));
  const close = await next("POST");
  expect(close.bytes[0]).toBe(0x88);
  close.answer(204);
  await next("DELETE");
  await vi.advanceTimersByTimeAsync(60_000);
  expect(closed).toEqual([4410]);
  expect(asked).toEqual([]);
});

test("why a tunnel is closed is heard also where a post was refused for it before", async () => {
  const { tunnel, closed } = await opened();
  const fetch = await next("GET");
  tunnel.send(content(1));
  (await next("POST")).answer(410, {});
  tunnel.send(content(1));
  await settle();
  expect([asked, closed, fetch.isGivenUp()]).toEqual([[], [], false]);
  fetch.answer(200, sent(8, new Uint8Array([0x11, 0x3d])));
  await next("DELETE");
  expect([closed, asked]).toEqual([[4413], []]);
});

test("where nothing is taken and nothing said the tunnel is lost", async () => {
  const { tunnel, closed } = await opened();
  tunnel.send(content(1));
  (await next("POST")).answer(410, {});
  (await next("GET")).answer(204); // may have been on its way
  const asks = await next("GET");
  expect(closed).toEqual([]);
  asks.answer(204);
  await next("DELETE");
  expect(closed).toEqual([1006]);
});

test("an answer that goes on for ever is given up, by who leaves at once, and else in time", async () => {
  const { tunnel, heard } = await opened();
  const endless = await next("GET");
  endless.begin();
  await vi.advanceTimersByTimeAsync(29_000);
  expect(endless.isGivenUp()).toBe(false);
  await vi.advanceTimersByTimeAsync(2000);
  expect(endless.isGivenUp()).toBe(true);
  const again = await next("GET");
  expect(again.path).toMatch(/from=0&/);
  again.begin();
  await settle();
  tunnel.close();
  expect(again.isGivenUp()).toBe(true);
  expect(heard).toEqual([]);
});

test("a tunnel that the server knows no more is lost", async () => {
  const { tunnel, closed } = await opened();
  (await next("GET")).answer(410, {});
  await settle();
  expect([closed, tunnel.readyState]).toEqual([[1006], 3]);
});

test("who closes the page leaves at once, also while a post is on its way", async () => {
  const { tunnel, closed } = await opened();
  tunnel.send(content(1));
  const last = await next("POST");
  dispatchEvent(new Event("pagehide"));
  expect((await next("DELETE")).path).toBe("/poll/notes/abc");
  expect(closed).toEqual([1006]);
  last.answer(204);
});

test("a socket that is told its pad is missing gets through, and one that hears nothing does not", async () => {
  Socket.all = [];
  const passes = vi.fn();
  const trials = new Trials(() => new Socket("ws://h/ws", []) as unknown as WebSocket, passes);
  await vi.advanceTimersByTimeAsync(60_000);
  Socket.all[0]?.open();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(Socket.all[0]?.readyState).toBe(3);
  trials.now();
  Socket.all[1]?.die(1006);
  expect(passes).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(50_000);
  Socket.all[2]?.open();
  Socket.all[2]?.die(4404);
  expect(passes).toHaveBeenCalledOnce();
  trials.stop();
  await vi.advanceTimersByTimeAsync(600_000);
  expect(Socket.all).toHaveLength(3);
});
