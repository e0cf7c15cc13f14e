/** A phone goes along with whoever writes, or with one person, never with both at once. */
import { act } from "react";
import { createRoot } from "react-dom/client";
import { afterEach, expect, test, vi } from "vitest";
import { Awareness } from "y-protocols/awareness";
import * as Y from "yjs";
import { useFollow } from "../src/pad/companion/follow";
import { follow, useFollowed } from "../src/pad/follow/state";

let leave = () => {};
afterEach(() => {
  leave();
  follow(null);
  vi.unstubAllGlobals();
});

test("to follow one person ends following whoever writes, and the other way round", () => {
  vi.stubGlobal("IS_REACT_ACT_ENVIRONMENT", true);
  const awareness = new Awareness(new Y.Doc());
  const now = { writers: false, one: null as string | null, turn: () => {} };
  const Phone = () => {
    const [writers, turn] = useFollow(awareness);
    Object.assign(now, { writers, turn, one: useFollowed() });
    return null;
  };
  const root = createRoot(document.createElement("main"));
  act(() => root.render(<Phone />));
  leave = () => {
    act(() => root.unmount());
    awareness.destroy();
  };
  expect(now).toMatchObject({ writers: false, one: null });
  act(() => now.turn());
  expect(now).toMatchObject({ writers: true, one: null });
  act(() => follow("ann"));
  expect(now).toMatchObject({ writers: false, one: "ann" });
  act(() => now.turn());
  expect(now).toMatchObject({ writers: true, one: null });
  act(() => now.turn());
  expect(now).toMatchObject({ writers: false, one: null });
});
