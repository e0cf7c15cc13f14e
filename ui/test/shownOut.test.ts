/** Whom a host has shown out, for as long as that holds. */
import { describe, expect, test, vi } from "vitest";
import { toast } from "../src/kit/Toast";
import { outNow, withShown, type Out } from "../src/pad/shownOut";
import { WELCOME } from "./socket";
import { aroundEach, enter, session } from "./stay";

vi.mock("../src/kit/Toast", () => ({ toast: vi.fn<(says: string) => void>() }));

const [ANNA, BEA, CY] = [{ id: "anna" }, { id: "bea" }, { id: "cy" }];
const shown: Out = { id: "bea", name: "Bea" };

/** What is kept after each of these moments. */
const after = (out: readonly Out[], ...moments: { id: string }[][]) => moments.reduce(outNow, out);

test("who is shown out is still here for a moment, and out from when they have gone", () => {
  expect(after([shown], [ANNA, BEA])).toEqual([shown]);
  expect(after([shown], [ANNA, BEA], [ANNA])).toEqual([{ ...shown, gone: true }]);
});

test("who was let in again and leaves later is not out", () => {
  expect(after([shown], [ANNA, BEA], [ANNA], [ANNA, BEA], [ANNA])).toEqual([]);
});

test("who knocks is let in without the others who are out", () => {
  const cy: Out = { id: "cy", name: "Cy" };
  const out = after([shown, cy], [ANNA], [ANNA, CY]);
  expect(out).toEqual([{ ...shown, gone: true }]);
  expect(outNow(out, [ANNA, CY])).toBe(out);
});

/** A host's page that has asked for Bea to be shown out. */
function asking() {
  const socket = enter();
  socket.tell({ t: "role", role: "host" });
  session.steer({ t: "show_out", person: "bea" });
  return socket;
}

/** Who is out for this page, when all who were here but Anna have left. */
const outHere = () => {
  const { shownOut } = session.view();
  return after(shownOut ? withShown([], shownOut) : [], [ANNA, BEA, CY], [ANNA]);
};

const access = { t: "access", writing: "everyone", door: "open", pin: false } as const;
const did = { what: "show_out", name: "Bea", person: "bea" };

describe("by the server's word", () => {
  aroundEach();

  test("who could not be shown out, and leaves later, is not out, and it is said why", () => {
    const socket = asking();
    socket.tell({ t: "refused", why: "not_host" });
    expect(toast).toHaveBeenLastCalledWith(
      "Not done: only who came by a host's link decides that.",
    );
    expect(outHere()).toEqual([]);
  });

  test("who was shown out by this page is out when the server says so", () => {
    const socket = asking();
    expect(outHere()).toEqual([]);
    socket.tell({ ...access, who: WELCOME.person, did });
    expect(outHere()).toEqual([{ ...shown, gone: true }]);
  });

  test("whom another host has shown out only they let in again from their list", () => {
    const socket = asking();
    socket.tell({ ...access, by: "Milo", who: "milo", did });
    expect(outHere()).toEqual([]);
  });
});
