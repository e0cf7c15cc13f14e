/** A part of the page that comes later, and at first does not. */
import { act } from "react";
import { createRoot } from "react-dom/client";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { later } from "../src/kit/lazy";

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("IS_REACT_ACT_ENVIRONMENT", true);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const Card = ({ of }: { of: string }) => <p>{of} knocks</p>;

test("what can't be fetched takes nothing else from the page, and comes as soon as it can", async () => {
  const load = vi
    .fn<() => Promise<{ default: typeof Card }>>()
    .mockRejectedValueOnce(new Error("404"))
    .mockResolvedValue({ default: Card });
  const Part = later(load);
  const page = document.body.appendChild(document.createElement("main"));
  const root = createRoot(page);
  await act(() =>
    root.render(
      <>
        <p>The text</p>
        <Part of="Milo" />
      </>,
    ),
  );
  expect(page.textContent).toBe("The text");
  await act(() => vi.advanceTimersByTimeAsync(5000));
  expect(page.textContent).toBe("The textMilo knocks");
  await act(() => root.unmount());
  page.remove();
});
