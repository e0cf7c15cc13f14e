/** The card of who stands at the door: each press is for the person whom one has looked at. */
import { act } from "react";
import { createRoot, type Root } from "react-dom/client";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { PadContext, type PadOfStay } from "../src/pad/context";
import KnockCard from "../src/pad/KnockCard";

const steer = vi.fn(() => true);
let page: HTMLElement;
let root: Root;

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("IS_REACT_ACT_ENVIRONMENT", true);
  steer.mockReset().mockReturnValue(true);
  page = document.body.appendChild(document.createElement("main"));
  root = createRoot(page);
});
afterEach(async () => {
  await act(() => root.unmount());
  page.remove();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const show = (...ids: string[]) =>
  act(() =>
    root.render(
      <PadContext value={{ session: { steer } } as unknown as PadOfStay}>
        <KnockCard
          knocks={{
            of: ids.length,
            who: ids.map((id) => ({
              id,
              name: id,
              color: null,
              device: "phone",
              way: "code",
              role: "edit",
              was_out: false,
              since_s: 1,
            })),
            at: performance.now(),
          }}
        />
      </PadContext>,
    ),
  );
/** They stand there, and the host has seen them. */
const waits = async (...ids: string[]) => {
  await show(...ids);
  await act(() => vi.advanceTimersByTimeAsync(600));
};
const rows = () => [...page.querySelectorAll("li")];
const press = (label: string) =>
  act(() =>
    [...page.querySelectorAll("button")].find((each) => each.textContent === label)?.click(),
  );

test("a double press lets in one person, and the next only after a moment", async () => {
  await waits("ann", "tom");
  await press("Let in");
  await press("Let in");
  await show("tom");
  await press("Let in");
  expect(steer.mock.calls).toEqual([[{ t: "let_in", knock: "ann" }]]);
  await act(() => vi.advanceTimersByTimeAsync(600));
  await press("Let in");
  expect(steer.mock.lastCall).toEqual([{ t: "let_in", knock: "tom" }]);
});

test("each of those who wait can be answered, and none by a press for who stood there before", async () => {
  await waits("ann", "tom", "ida");
  await press("and 2 more");
  await act(() => vi.advanceTimersByTimeAsync(600));
  const pressIn = (row: number, label: string) =>
    act(() =>
      [...(rows()[row]?.querySelectorAll("button") ?? [])]
        .find((each) => each.textContent === label)
        ?.click(),
    );
  expect(rows().map((row) => row.querySelector(".knock-name")?.textContent)).toEqual([
    "ann",
    "tom",
    "ida",
  ]);
  await pressIn(1, "Let in");
  await show("ann", "ida");
  await pressIn(1, "Let in");
  expect(steer.mock.calls).toEqual([[{ t: "let_in", knock: "tom" }]]);
  await act(() => vi.advanceTimersByTimeAsync(600));
  await pressIn(1, "Not now");
  expect(steer.mock.lastCall).toEqual([{ t: "not_now", knock: "ida" }]);
  await press("Show less");
  expect(rows()).toHaveLength(1);
});

test("an answer that was not sent, or came to nothing, can be given again", async () => {
  await waits("ann");
  steer.mockReturnValueOnce(false);
  await press("Not now");
  await press("Not now");
  await press("Not now");
  expect(steer).toHaveBeenCalledTimes(2);
  await act(() => vi.advanceTimersByTimeAsync(5000));
  await press("Let in");
  expect(steer).toHaveBeenCalledTimes(3);
});

test("a press that was on its way as the card came answers nobody", async () => {
  await show("ann");
  await press("Not now");
  expect(steer).not.toHaveBeenCalled();
  await act(() => vi.advanceTimersByTimeAsync(600));
  await press("Not now");
  expect(steer).toHaveBeenCalledOnce();
});

test("whoever is about to be let in keeps the focus while others knock and go", async () => {
  await waits("ann", "tom");
  await press("and 1 more");
  await act(() => vi.advanceTimersByTimeAsync(600));
  const ofTom = [...(rows()[1]?.querySelectorAll("button") ?? [])][1];
  await act(() => ofTom?.focus());
  await show("ann", "tom", "ida");
  expect(document.activeElement).toBe(ofTom);
  await show("tom", "ida");
  expect(document.activeElement).toBe(ofTom);
  expect(rows()[0]?.contains(ofTom ?? null)).toBe(true);
  await press("Let in");
  expect(steer).not.toHaveBeenCalled();
  await act(() => vi.advanceTimersByTimeAsync(600));
  await act(() => ofTom?.click());
  expect(steer.mock.calls).toEqual([[{ t: "let_in", knock: "tom" }]]);
});
