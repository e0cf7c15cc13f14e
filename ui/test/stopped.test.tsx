/** A page that had to stop while its pad goes on: the way back is one press. */
import { act } from "react";
import { createRoot } from "react-dom/client";
import { afterEach, expect, test, vi } from "vitest";
import { Stopped } from "../src/pad/Stopped";

afterEach(() => vi.unstubAllGlobals());

test("who was shown out asks to come back with one press, and once", async () => {
  vi.stubGlobal("IS_REACT_ACT_ENVIRONMENT", true);
  const page = document.body.appendChild(document.createElement("main"));
  const root = createRoot(page);
  const onKnock = vi.fn();
  await act(() =>
    root.render(<Stopped pad="notes" why="shown_out" held={null} onKnock={onKnock} />),
  );
  const button = page.querySelector<HTMLButtonElement>(".button-main");
  expect(button?.textContent).toBe("Ask to come back");
  await act(() => button?.click());
  await act(() => button?.click());
  expect(onKnock).toHaveBeenCalledOnce();
  await act(() => root.unmount());
  page.remove();
});
