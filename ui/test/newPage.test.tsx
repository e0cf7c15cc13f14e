/** A new pad, by a key that this browser keeps. */
import { act } from "react";
import { createRoot } from "react-dom/client";
import { afterEach, expect, test, vi } from "vitest";
import { api, ApiError, type NewPad } from "../src/api";
import NewPage from "../src/home/NewPage";
import * as navigation from "../src/kit/navigation";

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  localStorage.clear();
});

test("where the newest key is refused the others are tried, and what else goes wrong is said", async () => {
  vi.stubGlobal("IS_REACT_ACT_ENVIRONMENT", true);
  const kept = ["OLD", "GOOD", "LAST"].map((key) => ({ pad: key.toLowerCase(), epoch: "e", key }));
  localStorage.setItem("fadepad.host", JSON.stringify(kept));
  const go = vi.spyOn(navigation, "go").mockImplementation(() => {});
  const create = vi.spyOn(api, "create");
  create.mockRejectedValueOnce(new ApiError(401, ""));
  create.mockRejectedValueOnce(new ApiError(409, ""));
  create.mockRejectedValueOnce(new ApiError(403, ""));
  create.mockResolvedValueOnce({ pad: "kite", host_key: "KEY" } as NewPad);
  const page = document.body.appendChild(document.createElement("main"));
  const root = createRoot(page);
  await act(() =>
    root.render(<NewPage hostKey="" wish={{ name: "", ttl_s: undefined, template: undefined }} />),
  );
  const submit = () =>
    act(async () => page.querySelector<HTMLElement>("button[type=submit]")?.click());
  await submit();
  expect(create.mock.calls.map(([, key]) => key)).toEqual(["OLD", "GOOD"]);
  expect(go).not.toHaveBeenCalled();
  await submit();
  expect(create.mock.calls.map(([, key]) => key)).toEqual(["OLD", "GOOD", "OLD", "GOOD"]);
  expect(go).toHaveBeenCalledOnce();
  await act(() => root.unmount());
});
