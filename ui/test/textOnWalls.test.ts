/** What people in a pad are told of walls: each change once, whoever comes, goes or has the pencil meanwhile. */
import { beforeEach, expect, test, vi } from "vitest";
import { aroundEach, enter, last, session, welcome } from "./stay";

const said: string[] = [];
vi.mock("../src/pad/wallsTold", () => ({
  tell: (text: boolean) => said.push(text ? "on" : "off"),
}));
beforeEach(() => void said.splice(0));
aroundEach();

/** Everything that was to be said by now. */
const told = async () => {
  await vi.dynamicImportSettled();
  return said;
};

/** The connection is lost and comes back. */
function again() {
  last().die();
  vi.advanceTimersByTime(3000);
  return welcome();
}

test("the text on walls is told once, not again as the pencil or the connection goes and comes", async () => {
  const socket = enter();
  const pencil = "0".repeat(31) + "2";
  socket.tell({ t: "walls", text: true });
  socket.tell({ t: "walls", text: true, pencil });
  expect(await told()).toEqual(["on"]);
  const next = again();
  next.tell({ t: "walls", text: true });
  next.tell({ t: "pong", n: 0 });
  expect(await told()).toEqual(["on"]);
  next.tell({ t: "walls", text: false });
  expect(await told()).toEqual(["on", "off"]);
});

test("who was away as the text went off the walls hears so when they are back", async () => {
  enter().tell({ t: "walls", text: true });
  const next = again();
  expect(next.told("ping")).toEqual([{ t: "ping", n: 0 }]);
  expect(await told()).toEqual(["on"]);
  next.tell({ t: "pong", n: 0 });
  expect(await told()).toEqual(["on", "off"]);
  expect(again().told("ping"), "there is nothing to ask").toEqual([]);
});

test("where no text was ever on walls nothing is said of it, and nothing asked", async () => {
  enter();
  const next = again();
  expect(next.told("ping")).toEqual([]);
  next.tell({ t: "pong", n: 1 });
  expect(await told()).toEqual([]);
});

test("its answer is none about what was written: the connection stays, and the words are not taken for saved", async () => {
  const socket = enter();
  socket.tell({ t: "walls", text: true });
  session.doc.getText("t").insert(0, "one");
  vi.advanceTimersByTime(250);
  socket.tell({ t: "pong", n: Number(socket.told("ping")[0]?.n) });
  expect(session.view().unsaved).toBeNull();
  const next = again();
  next.tell({ t: "walls", text: true });
  next.tell({ t: "pong", n: 0 });
  vi.advanceTimersByTime(12_000);
  expect(last(), "no question is open").toBe(next);
  session.doc.getText("t").insert(0, "two");
  next.tell({ t: "pong", n: 0 });
  expect(session.view().unsaved).not.toBeNull();
});
