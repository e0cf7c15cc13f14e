/** How new people come in, as a host chooses it in Share: what another host chooses later is shown. */
import { act } from "react";
import { createRoot } from "react-dom/client";
import { afterEach, expect, test, vi } from "vitest";
import { api, type Door, type ListedPad } from "../src/api";
import { DoorChoice } from "../src/share/DoorChoice";

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

test("a host's choice is shown at once, and another host's after it", async () => {
  vi.stubGlobal("IS_REACT_ACT_ENVIRONMENT", true);
  vi.spyOn(api, "door").mockResolvedValue({} as ListedPad);
  const page = document.body.appendChild(document.createElement("main"));
  const root = createRoot(page);
  const told = new EventTarget();
  const onDone = () =>
    new Promise<void>((resolve) => told.addEventListener("now", () => resolve()));
  const draw = (door: Door) =>
    act(() => root.render(<DoorChoice pad="notes" padKey="KEY" door={door} onDone={onDone} />));
  const hint = () => page.querySelector("[role=status]")?.textContent ?? "";
  await draw("open");
  const open = hint();
  await act(async () => page.querySelectorAll("input")[1]?.click()); // to knock
  const knock = hint();
  expect(knock).not.toBe(open);
  await draw("open");
  expect(hint()).toBe(knock); // the server's answer of before
  await draw("closed");
  await act(async () => void told.dispatchEvent(new Event("now")));
  expect([open, knock]).not.toContain(hint());
  await act(() => root.unmount());
});
