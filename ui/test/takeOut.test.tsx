/** The sheet by which a text is taken out: it offers what the chosen form can hold. */
import { act } from "react";
import { createRoot } from "react-dom/client";
import { afterEach, expect, test, vi } from "vitest";
import { FORMS } from "../src/take/forms";
import { TakeOut } from "../src/take/TakeOut";

afterEach(() => vi.unstubAllGlobals());

test("a Yjs file is offered no digest and no names, and with another form they are as they were chosen", async () => {
  vi.stubGlobal("IS_REACT_ACT_ENVIRONMENT", true);
  const page = document.body.appendChild(document.createElement("main"));
  const root = createRoot(page);
  const onKeep = vi.fn(async () => {});
  await act(() =>
    root.render(
      <TakeOut
        title="Notes"
        between="today"
        people={["Anna"]}
        digest={{ open: [], done: [], decided: [], questions: [] }}
        lines={1}
        onKeep={onKeep}
        onCopy={() => {}}
        mailFor={() => ""}
        onDigest={() => {}}
      />,
    ),
  );
  const switches = () => [...page.querySelectorAll<HTMLElement>("[role=switch]")];
  const keep = () => act(async () => page.querySelector<HTMLElement>(".button-main")?.click());
  const choose = (form: (typeof FORMS)[number]) =>
    act(() => page.querySelectorAll<HTMLElement>("[type=radio]")[FORMS.indexOf(form)]?.click());
  for (const n of [0, 1]) await act(() => switches()[n]?.click());
  await choose("yjs");
  expect(switches()).toEqual([]);
  await keep();
  expect(onKeep).toHaveBeenLastCalledWith("yjs", { digest: false, people: false });
  await choose("docx");
  expect(switches().map((each) => each.getAttribute("aria-checked"))).toEqual(["true", "true"]);
  await keep();
  expect(onKeep).toHaveBeenLastCalledWith("docx", { digest: true, people: true });
  await act(() => root.unmount());
  page.remove();
});
