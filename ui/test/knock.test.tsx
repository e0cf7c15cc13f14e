/** Who waits at a pad's door: a page that slept asks at once, and who was refused knocks by their own hand alone. */
import { act, useEffect } from "react";
import { createRoot, type Root } from "react-dom/client";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { api, ApiError, type Waits } from "../src/api";
import Knocking from "../src/people/Knocking";
import { useKnock, waitsHere } from "../src/people/knock";

const WAITS: Waits = { pad: "notes", knock: "TICKET", host: "Anna", ask_again_s: 2 };
const [onIn, onAgain] = [vi.fn(), vi.fn()];
let ask: ReturnType<typeof vi.fn<typeof api.knock>>;
let root: Root;
let refused: { until: number } | null = null;

function Page() {
  const view = useKnock(WAITS, { name: "Tom", color: "#7b4fd0" }, { onIn, onAgain });
  useEffect(() => void (refused = view.refused));
  return null;
}

const wake = () => act(async () => void document.dispatchEvent(new Event("visibilitychange")));
const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));

beforeEach(async () => {
  vi.useFakeTimers();
  vi.stubGlobal("IS_REACT_ACT_ENVIRONMENT", true);
  [onIn, onAgain].forEach((each) => each.mockReset());
  ask = vi.spyOn(api, "knock").mockResolvedValue(WAITS);
  vi.spyOn(api, "leaveDoor").mockResolvedValue(null);
  root = createRoot(document.createElement("main"));
  await act(async () => root.render(<Page />));
});
afterEach(async () => {
  await act(() => root.unmount());
  vi.restoreAllMocks();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test("a page that comes back asks at once with the ticket that it had, and then as often as before", async () => {
  expect(ask).toHaveBeenCalledTimes(1);
  await pass(1000);
  await wake();
  await act(async () => void dispatchEvent(new Event("online")));
  expect(ask).toHaveBeenCalledTimes(3);
  expect(ask.mock.lastCall?.slice(0, 2)).toEqual(["notes", "TICKET"]);
  await pass(4000);
  expect(ask).toHaveBeenCalledTimes(5);
});

test("who was refused asks no more, and knocks again by their own hand alone", async () => {
  ask.mockRejectedValue(new ApiError(403, "", {}, { reason: "not_now" }, 51));
  await wake();
  expect(refused?.until).toBe(performance.now() + 51_000);
  ask.mockRejectedValue(new ApiError(404, ""));
  await wake();
  await pass(70_000);
  expect(ask).toHaveBeenCalledTimes(2);
  expect(onAgain).not.toHaveBeenCalled();
});

test("a knock that nobody knows of begins anew once, whoever asked twice meanwhile", async () => {
  ask.mockRejectedValue(new ApiError(404, ""));
  await act(async () => {
    document.dispatchEvent(new Event("visibilitychange"));
    document.dispatchEvent(new Event("visibilitychange"));
  });
  expect(onAgain).toHaveBeenCalledOnce();
});

test("who was refused stays on the page, which counts down to when a knock is heard again, also after a reload", async () => {
  ask.mockRejectedValue(new ApiError(403, "", {}, { reason: "not_now" }, 51));
  const page = document.createElement("main");
  const other = createRoot(page);
  await act(async () => other.render(<Knocking waits={WAITS} onIn={onIn} onAgain={onAgain} />));
  const again = () => page.querySelector<HTMLButtonElement>("footer .button-main");
  expect(again()?.textContent).toBe("Knock again in 51 s");
  await act(() => again()?.click());
  await pass(20_000);
  expect(again()?.textContent).toBe("Knock again in 31 s");
  expect(again()?.disabled).toBe(true);
  expect(waitsHere()).toEqual(WAITS);
  expect(onAgain).not.toHaveBeenCalled();
  await pass(31_000);
  expect(again()?.textContent).toBe("Knock again");
  await act(() => again()?.click());
  expect(onAgain).toHaveBeenCalledOnce();
  expect(waitsHere()).toBeNull();
  await act(() => other.unmount());
});
