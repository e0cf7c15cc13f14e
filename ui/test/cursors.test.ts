/** A name beside a caret, as its owner writes, moves and rests. */
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { applyAwarenessUpdate, Awareness, encodeAwarenessUpdate } from "y-protocols/awareness";
import * as Y from "yjs";
import { Cursors } from "../src/pad/cursors";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const isActive = (cursor: HTMLElement | undefined) =>
  cursor?.querySelector(".cursor-caret[data-active]") !== null;

test("a name shows while its owner types, which is not told, and goes when they rest", () => {
  const [own, other] = [new Y.Doc(), new Y.Doc()];
  const awareness = new Awareness(own);
  awareness.states.set(other.clientID, {
    user: { id: "milo-milo-1", name: "Milo", color: "#123456" },
  });
  const cursors = new Cursors(awareness);
  const [milo, resting] = [other.clientID, 7].map((client) =>
    document.body.appendChild(cursors.render({ client, color: "#123456" })),
  );
  expect(milo?.textContent).toContain("Milo");
  expect(isActive(milo)).toBe(true);
  vi.advanceTimersByTime(5100);
  expect([isActive(milo), isActive(resting)]).toEqual([false, false]);
  for (let i = 0; i < 3; i++) {
    other.getText().insert(0, "x");
    Y.applyUpdate(own, Y.encodeStateAsUpdate(other));
    vi.advanceTimersByTime(3000);
    expect([isActive(milo), isActive(resting)]).toEqual([true, false]);
  }
  own.getText().insert(0, "mine");
  vi.advanceTimersByTime(2100);
  expect(isActive(milo)).toBe(false);
  cursors.dispose();
  own.destroy();
});

test("a caret takes another colour at once, and is coloured anew for nothing else", () => {
  const [own, other] = [new Y.Doc(), new Y.Doc()];
  const [awareness, told] = [new Awareness(own), new Awareness(other)];
  const cursors = new Cursors(awareness);
  const tell = (color: string, nth: number) => {
    told.setLocalState({ user: { id: "milo-milo-1", name: "Milo", color }, cursor: { nth } });
    applyAwarenessUpdate(awareness, encodeAwarenessUpdate(told, [other.clientID]), "net");
  };
  tell("#123456", 0);
  const milo = document.body.appendChild(
    cursors.render({ client: other.clientID, color: "#123456" }),
  );
  const { style } = milo.querySelector(".cursor-caret") as HTMLElement;
  const paint = vi.spyOn(style, "setProperty");
  tell("#123456", 1);
  expect(paint).not.toHaveBeenCalled();
  tell("#654321", 2);
  expect(style.getPropertyValue("--person")).toBe("#654321");
  cursors.dispose();
  for (const doc of [own, other]) doc.destroy();
});
