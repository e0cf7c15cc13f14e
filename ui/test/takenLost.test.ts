/** What is kept when the server is gone: the text, at once, and a word about what is not in it. */
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { PlainBlock } from "../src/forms/blocks";
import * as device from "../src/kit/device";
import * as Toast from "../src/kit/Toast";
import { loadSheets, takingOf } from "../src/pad/taking";
import { t } from "../src/strings";

const LINE: PlainBlock = {
  type: "paragraph",
  content: [{ type: "text", text: "what we said", styles: {} }],
};
const pictures = (count: number): PlainBlock[] =>
  Array.from({ length: count }, (_, i) => ({
    type: "image",
    props: { url: `/f/p${i}`, name: "", caption: `picture ${i}` },
  }));

/** A host that has left the network: what one asks of it is never answered. */
function silent() {
  const asked: string[] = [];
  vi.stubGlobal("fetch", (path: string, { signal }: RequestInit) => {
    asked.push(path);
    return new Promise((_, reject) =>
      signal?.addEventListener("abort", () => reject(new DOMException("", "AbortError"))),
    );
  });
  return asked;
}

/** Nothing here needs the workshop; jsdom has none. */
class Workshop extends EventTarget {
  terminate(): void {}
}

let kept: [name: string, text: string][] = [];
let said: string[] = [];
beforeEach(async () => {
  await loadSheets();
  [kept, said] = [[], []];
  vi.spyOn(device, "keepFile").mockImplementation(
    (name, content) => void kept.push([name, content as string]),
  );
  vi.spyOn(Toast, "toast").mockImplementation((text) => void said.push(text));
  vi.stubGlobal("Worker", Workshop);
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

test("a text with twenty pictures is kept five seconds after its host has gone, and says what is missing", async () => {
  const asked = silent();
  takingOf("kite-42", () => [LINE, ...pictures(20)]).keep();
  await vi.dynamicImportSettled();
  await vi.advanceTimersByTimeAsync(4900);
  expect(kept).toEqual([]);
  await vi.advanceTimersByTimeAsync(200);
  expect(asked).toHaveLength(4);
  expect(kept).toHaveLength(1);
  expect(kept[0]?.[0]).toBe("kite-42.md");
  expect(kept[0]?.[1]).toMatch(/^what we said\n\npicture 0\n/);
  expect(said).toEqual([t.more.keptWithout]);
});

test("a text without its files on the server is kept whole with those that are there, and nothing is said to be missing", async () => {
  vi.stubGlobal("fetch", async () => new Response(null, { status: 404 }));
  takingOf("kite-42", () => [LINE, ...pictures(2)]).keep();
  await vi.dynamicImportSettled();
  await vi.advanceTimersByTimeAsync(100);
  expect(kept.map(([name]) => name)).toEqual(["kite-42.md"]);
  expect(said).toEqual([t.more.kept]);
});

test("what fails late is kept with the words that stood when it was asked for", async () => {
  silent();
  let text = [LINE, ...pictures(1)];
  vi.mocked(device.keepFile).mockImplementationOnce(() => {
    throw new Error("no room"); // the last step of all
  });
  takingOf("kite-42", () => text).keep();
  text = [];
  await vi.dynamicImportSettled();
  await vi.advanceTimersByTimeAsync(5100);
  expect(kept).toHaveLength(1);
  expect(kept[0]?.[1]).toContain("what we said");
});
