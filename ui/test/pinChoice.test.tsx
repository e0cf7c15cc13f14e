/** The PIN in Share: what is said of it holds for the door as it is. */
import { act } from "react";
import { createRoot } from "react-dom/client";
import { afterEach, expect, test, vi } from "vitest";
import type { Door } from "../src/api";
import { PinChoice } from "../src/share/PinChoice";

afterEach(() => vi.unstubAllGlobals());

test("only where the door is open it is said that people come in", async () => {
  vi.stubGlobal("IS_REACT_ACT_ENVIRONMENT", true);
  const page = document.body.appendChild(document.createElement("main"));
  const root = createRoot(page);
  const said = async (door: Door, pin: boolean) => {
    await act(() =>
      root.render(<PinChoice pad="notes" padKey="KEY" pin={pin} door={door} onDone={() => {}} />),
    );
    return page.querySelector("[role=status]")?.textContent;
  };
  expect(await said("open", false)).toContain("comes in without a PIN");
  expect(await said("knock", false)).toBe("Whoever has the code knocks without a PIN.");
  expect(await said("knock", true)).toContain("the PIN, then knocks");
  for (const pin of [false, true]) expect(await said("closed", pin)).not.toContain("Whoever");
  await act(() => root.unmount());
  page.remove();
});
