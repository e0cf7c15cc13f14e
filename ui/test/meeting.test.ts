/** Two who meet in a pad have two colours, and are one person only where the server says so. */
import * as encoding from "lib0/encoding";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Awareness, encodeAwarenessUpdate } from "y-protocols/awareness";
import * as Y from "yjs";
import { PadSession } from "../src/pad/session";
import type { Role } from "../src/api";
import type { Me } from "../src/people/me";
import { Socket, WELCOME } from "./socket";

const me: Me = { name: "Anna", color: "#2f6bd8" };
let session: PadSession;

/** Whose they are in the order of their names. */
const idOf = (name: string) =>
  [...name]
    .map((char) => char.charCodeAt(0).toString(16))
    .join("")
    .padEnd(32, "0");

/** Somebody who comes and has not got the text yet. */
function come(who: Me): Socket {
  session = new PadSession({
    url: "ws://h/ws",
    pad: "notes",
    key: "KEY",
    epoch: "b5fb3a3931891af4",
    role: "edit",
    ttl_s: 900,
    me: who,
  });
  const socket = Socket.all.at(-1) as Socket;
  socket.open();
  socket.tell({ ...WELCOME, person: idOf("anna") });
  return socket;
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("WebSocket", Socket);
});
afterEach(() => {
  session.dispose();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** Somebody of this id and colour shows up, who says to be Anna, and more; the server says what they may do. Returns the client. */
function shows(socket: Socket, id: string, color: string, says = {}, role?: Role): number {
  const other = new Awareness(new Y.Doc());
  other.setLocalStateField("user", { id: idOf("anna"), name: id, color, ...says });
  may(socket, other.clientID, id, role);
  socket.give(1, (to) =>
    encoding.writeVarUint8Array(to, encodeAwarenessUpdate(other, [other.clientID])),
  );
  other.destroy();
  const { clientID } = other;
  vi.advanceTimersByTime(1000); // it is taken with what else comes in that moment
  return clientID;
}

/** The server says whose a client is, and what they may do. */
const may = (socket: Socket, client: number, id: string, role?: Role) =>
  socket.tell({
    t: "persons",
    of: { [client]: idOf(id) },
    ...(role && { roles: { [client]: role } }),
  });

const shown = () => session.view().people.find((person) => person.me)?.color;

test("a newcomer takes a colour that nobody has, unless it was chosen by hand", () => {
  for (const chosen of [false, true]) {
    const socket = come({ ...me, chosen });
    shows(socket, "zoe-zoe-zoe", me.color);
    shows(socket, "bob-bob-bob", "#b4466e");
    const own = shown();
    if (chosen) expect(own).toBe(me.color);
    else expect([me.color, "#b4466e"]).not.toContain(own);
    session.dispose();
  }
});

test("of two who came at once one gives way, and who was here first keeps his colour", () => {
  const socket = come(me);
  socket.update(new Uint8Array([0, 0]), 1); // it has the text
  shows(socket, "zoe-zoe-zoe", me.color);
  expect(shown()).toBe(me.color);
  shows(socket, "abe-abe-abe", me.color);
  expect(shown()).not.toBe(me.color);
});

const hosts = () =>
  session.view().people.flatMap(({ name, role }) => (role === "host" ? [name] : []));

test("who is a host, the server says, and nobody else", () => {
  const socket = come(me);
  shows(socket, "bob-bob-bob", "#b4466e", { host: true, role: "host" });
  expect(hosts()).toEqual([]);
  shows(socket, "cleo-cleo", "#b4466e", {}, "host");
  expect(hosts()).toEqual(["cleo-cleo"]);
  socket.tell({ t: "role", role: "host" });
  expect(hosts()).toEqual(["Anna", "cleo-cleo"]);
});

const other = () => session.view().people.find(({ me }) => !me);

test("what somebody may do changes in the list as soon as the server says so, and nothing else of them does", () => {
  const socket = come(me);
  const cleo = shows(socket, "cleo-cleo", "#b4466e", { reads: true });
  expect(other()).toMatchObject({ name: "cleo-cleo", role: "edit", devices: 1 });
  for (const role of ["view", "host", "view"] as const) {
    may(socket, cleo, "cleo-cleo", role);
    expect(other()).toMatchObject({ name: "cleo-cleo", color: "#b4466e", role });
  }
  may(socket, cleo, "cleo-cleo");
  expect(other()?.role).toBe("edit");
  may(socket, cleo, "cleo-cleo", "view");
  shows(socket, "cleo-cleo", "#b4466e", {}, "host");
  expect(other(), "of several devices the most").toMatchObject({ role: "host", devices: 2 });
});

test("another device is one's own where the server says so, and who only says so is somebody else", () => {
  const socket = come(me);
  shows(socket, "anna", me.color);
  expect(session.view().people).toMatchObject([{ name: "Anna", me: true, devices: 2 }]);
  shows(socket, "ANNA", me.color);
  expect(session.view().people).toMatchObject([
    { name: "Anna 2", devices: 2 },
    { name: "ANNA", devices: 1, me: false },
  ]);
});
