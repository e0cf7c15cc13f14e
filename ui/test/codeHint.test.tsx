/** Below a code: how long one has to wait is counted down, and spoken when it begins and when it is over. */
import { act } from "react";
import { createRoot } from "react-dom/client";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { CodeHint } from "../src/home/CodeHint";
import type { Said } from "../src/home/useCode";
import { t } from "../src/strings";

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("IS_REACT_ACT_ENVIRONMENT", true);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test("a wait is counted down until one can try again, and never told shorter than it is", async () => {
  const main = document.createElement("main");
  const root = createRoot(main);
  const said: Said = { says: t.start.tooMany, until: performance.now() + 3000 };
  await act(async () => root.render(<CodeHint id="hint" wrong said={said} />));
  const shown = () => main.querySelector("[aria-hidden]")?.textContent;
  const spoken = () => main.querySelector("[role=status]")?.textContent;
  const seen: unknown[] = [];
  for (let second = 0; second < 4; second += 1) {
    seen.push(shown());
    if (second < 3) expect(spoken()).toBe(t.start.tooMany(null));
    await act(() => vi.advanceTimersByTimeAsync(1000));
  }
  expect(seen).toEqual([3, 2, 1].map((left) => t.start.tooMany(left)).concat(t.start.tryNow));
  expect(spoken()).toBe(t.start.tryNow);
  await act(() => root.unmount());
});

test("what is no wait is said as it is", async () => {
  const main = document.createElement("main");
  const root = createRoot(main);
  const said: Said = { says: () => t.start.pinWrong, until: null };
  await act(async () => root.render(<CodeHint id="hint" wrong said={said} />));
  expect(main.querySelector("[role=status]")?.textContent).toBe(t.start.pinWrong);
  await act(() => root.unmount());
});
