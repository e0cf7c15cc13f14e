/** What this person answers to the last call reaches the server, whatever the network does meanwhile. */
import { act, useEffect, useSyncExternalStore } from "react";
import { createRoot, type Root } from "react-dom/client";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Message } from "../src/live/messages";
import { PadSession } from "../src/pad/session";
import { useLastCall, type Answers } from "../src/pad/useLastCall";
import { Socket, WELCOME } from "./socket";

const EPOCH = "b5fb3a3931891af4";
const me = { name: "Anna", color: "#2f6bd8" };
const ENDING: Message<"ending"> = {
  t: "ending",
  in_s: 60,
  total_s: 60,
  why: "host",
  by: "Bo",
  answered: 0,
  of: 2,
  more: 2,
  stay: false,
};

const last = () => Socket.all[Socket.all.length - 1] as Socket;
let session: PadSession;
let root: Root;
let answers: Answers;
const sheet = vi.fn();

interface Props {
  onAnswers: (answers: Answers) => void;
  naming?: boolean;
}

function Page({ onAnswers, naming = false }: Props) {
  const answers = useLastCall(
    useSyncExternalStore(session.subscribe, session.view).life,
    sheet,
    session,
    naming,
  );
  useEffect(() => void onAnswers(answers));
  return null;
}

const render = (naming = false) =>
  act(async () => root.render(<Page onAnswers={(now) => (answers = now)} naming={naming} />));

/** The server lets the page in, and tells it of the call that runs. */
async function enter(call: typeof ENDING | null = ENDING): Promise<Socket> {
  const socket = last();
  await act(async () => {
    socket.open();
    socket.tell(WELCOME);
    if (call) socket.tell(call);
    socket.update(new Uint8Array([0, 0]), 1);
  });
  return socket;
}

const hear = (message: typeof ENDING) => act(async () => last().tell(message));
const wait = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));
const answered = () => last().told("answer").length;

async function comeBack(call: typeof ENDING | null = ENDING): Promise<void> {
  const before = Socket.all.length;
  for (let i = 0; i < 60 && Socket.all.length === before; i += 1) await wait(1000);
  expect(Socket.all.length).toBeGreaterThan(before);
  await enter(call);
}

beforeEach(async () => {
  sessionStorage.clear();
  vi.useFakeTimers();
  vi.stubGlobal("IS_REACT_ACT_ENVIRONMENT", true);
  vi.stubGlobal("WebSocket", Socket);
  vi.stubGlobal("fetch", () => Promise.reject(new TypeError("nobody is there")));
  Socket.all = [];
  sheet.mockClear();
  session = new PadSession({
    url: "ws://h/ws",
    pad: "notes",
    key: "KEY",
    epoch: EPOCH,
    role: "edit",
    ttl_s: 900,
    me,
  });
  root = createRoot(document.createElement("div"));
  await render();
  await enter();
});
afterEach(async () => {
  await act(async () => root.unmount());
  session.dispose();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test("an answer is given once, however often the call is told of", async () => {
  await act(async () => answers.choose("copy"));
  await hear({ ...ENDING, answered: 1 });
  await hear({ ...ENDING, in_s: 50, answered: 1 });
  expect(answered()).toBe(1);
});

test("an answer of somebody who is offline is given when the page is back", async () => {
  await act(async () => last().die());
  await act(async () => answers.choose("none"));
  await comeBack();
  expect(answered()).toBe(1);
  await hear({ ...ENDING, answered: 1 });
  expect(answers.chosen).toEqual(["none"]);
  expect(answered()).toBe(1);
});

test("who has asked for another minute, or has chosen nothing, gives no answer by coming back", async () => {
  await act(async () => last().die());
  await comeBack();
  expect(answered()).toBe(0);
  await act(async () => answers.choose("copy"));
  await act(async () => answers.more());
  expect(last().told("more")).toHaveLength(1);
  await act(async () => last().die());
  await comeBack();
  expect(answered()).toBe(0);
});

test("an answer is none to a later call", async () => {
  await act(async () => answers.choose("copy"));
  await act(async () => last().die());
  await comeBack(null);
  await wait(2000);
  await hear(ENDING);
  expect(answers.chosen).toEqual([]);
  expect(answered()).toBe(0);
});

test("a call that comes while a name is typed waits until the name is done", async () => {
  await hear({ t: "ending", in_s: null, why: "host" } as typeof ENDING);
  await wait(1000);
  await render(true);
  sheet.mockClear();
  await hear(ENDING);
  await hear({ ...ENDING, answered: 1 });
  expect(sheet).not.toHaveBeenCalled();
  await render(false);
  expect(sheet).toHaveBeenCalledTimes(1);
  expect(sheet.mock.calls[0]?.[0]("name")).toBe("countdown");
});
