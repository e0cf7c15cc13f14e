/** What a host's page says when the server warns it. */
import { act } from "react";
import { createRoot } from "react-dom/client";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { ToPage } from "../src/live/messages";
import { PadContext, SheetsContext, type PadOfStay } from "../src/pad/context";
import { PadSession } from "../src/pad/session";
import { StateLines } from "../src/pad/StateLines";
import { LIFE, Socket, WELCOME } from "./socket";

const EPOCH = "b5fb3a3931891af4";
const me = { name: "Anna", color: "#2f6bd8" };
let session: PadSession;

beforeEach(() => {
  vi.useFakeTimers();
  Socket.all = [];
  vi.stubGlobal("WebSocket", Socket);
  vi.stubGlobal("IS_REACT_ACT_ENVIRONMENT", true);
});
afterEach(() => {
  session.dispose();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test("a warning is read for a minute, and what is no warning is not shown", async () => {
  session = new PadSession({
    url: "ws://h/ws",
    pad: "notes",
    key: "KEY",
    epoch: EPOCH,
    role: "host",
    ttl_s: 900,
    me,
  });
  const [socket] = Socket.all as [Socket];
  socket.open();
  socket.tell({ ...WELCOME, role: "host" });
  const page = document.body.appendChild(document.createElement("main"));
  const root = createRoot(page);
  const draw = () =>
    act(() =>
      root.render(
        <PadContext value={{ session } as PadOfStay}>
          <SheetsContext
            value={{ sheet: null, open: () => {}, close: () => {}, finding: null, find: () => {} }}
          >
            <StateLines slim={false} />
          </SheetsContext>
        </PadContext>,
      ),
    );
  const hears = async (message: ToPage) => {
    socket.tell(message);
    await draw();
    return page.textContent;
  };
  expect(await hears({ t: "guessing", wrong: 12 })).toBe(
    "Somebody is trying codes: 12 wrong ones in ten minutes. They have to wait, and the code stays as it is.",
  );
  expect(await hears({ t: "filling", name: "Tom", bytes: 4_000_000, client_ids: 3 })).toMatch(
    /^Tom has put as much/,
  );
  expect(await hears({ t: "filling", name: null, bytes: 4_000_000, client_ids: 3 })).toMatch(
    /^Someone has put as much/,
  );
  for (let passed = 0; passed <= 60; passed += 15) {
    await act(() => vi.advanceTimersByTimeAsync(15_000));
    await hears(LIFE); // a server that says nothing for long is away
  }
  expect(page.textContent).toBe("");
  expect(await hears({ t: "guessing", wrong: "<b>" } as unknown as ToPage)).toBe("");
  await act(() => root.unmount());
});
