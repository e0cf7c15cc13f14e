/** Who may write no more: what was taken before stays, what came too late is handed back, and nobody else ever sees it. */
import { expect, test, vi } from "vitest";
import * as Y from "yjs";
import { PadSession } from "../src/pad/session";
import { Socket, WELCOME } from "./socket";
import { aroundEach, enter, EPOCH, last, me, session } from "./stay";

aroundEach();

const line = (of = session) =>
  of.fragment.toArray().find((each) => each instanceof Y.XmlText) as Y.XmlText;

/** A page in a pad with one line; what is typed first arrives. */
function typing(): { socket: Socket; pad: Y.Doc } {
  const socket = enter();
  const pad = new Y.Doc();
  pad.getXmlFragment("blocknote").push([new Y.XmlText("Agenda")]);
  socket.update(Y.encodeStateAsUpdate(pad));
  session.provider.flush();
  line().insert(6, ", taken");
  Y.applyUpdate(pad, Y.encodeStateAsUpdate(session.doc));
  vi.advanceTimersByTime(300);
  return { socket, pad };
}

const view = { t: "role", role: "view" } as const;
const tooLate = { t: "refused", why: "read_only" } as const;

/** The stay that comes after this one, with what the pad has. */
function next(pad: Y.Doc, role: "view" | "edit" = "view"): PadSession {
  const before = session;
  const words = () => ({
    ...before.words(),
    before,
    refused: { why: "read_only" as const, skip: 0 },
    caret: null,
  });
  const where = { url: "ws://h/ws", pad: "notes", key: "KEY", epoch: EPOCH };
  const coming = new PadSession({ ...where, role: "edit", ttl_s: 900, me, words });
  const socket = last();
  socket.open();
  socket.tell({ ...WELCOME, role });
  socket.update(Y.encodeStateAsUpdate(pad), 1);
  return coming;
}

test("words that came too late are handed back, and are in the text no more", () => {
  const { socket, pad } = typing();
  line().insert(13, " and never");
  socket.tell(view);
  expect(session.view().refused, "it may still have been taken").toBeNull();
  socket.tell(tooLate);
  expect(session.view()).toMatchObject({ role: "view", refused: "read_only" });
  const coming = next(pad);
  expect(line(coming).toJSON()).toBe("Agenda, taken");
  expect(coming.view()).toMatchObject({
    role: "view",
    unsaved: null,
    left: { why: "read_only", words: " and never" },
  });
  expect(last().updates(), "nothing is sent").toBe(0);
  coming.dispose();
});

test("who may write no more and has nothing on the way stays where they are", () => {
  const { socket } = typing();
  line().insert(13, "!");
  vi.advanceTimersByTime(300);
  socket.tell(view);
  const { clientID: client } = session.doc;
  const clock = Y.getState(session.doc.store, client);
  socket.tell({ t: "pong", n: socket.told("ping").length, clock });
  expect(session.view()).toMatchObject({ refused: null, unsaved: null, left: null });
  socket.tell(tooLate);
  expect(session.view().refused).toBeNull();
});

test("what was typed without a connection comes too late where writing was turned off meanwhile", () => {
  const { socket, pad } = typing();
  socket.tell({ t: "pong", n: socket.told("ping").length });
  socket.die();
  line().insert(13, ", offline");
  vi.advanceTimersByTime(3000);
  last().open();
  last().tell({ ...WELCOME, role: "view" });
  expect(session.view().refused).toBe("read_only");
  const coming = next(pad);
  expect(coming.view().left).toMatchObject({ why: "read_only", words: ", offline" });
  coming.dispose();
});

test("where writing is on again by then, they go on as if nothing had been", () => {
  const { socket, pad } = typing();
  line().insert(13, " and on");
  socket.tell(view);
  socket.tell(tooLate);
  const coming = next(pad, "edit");
  expect(line(coming).toJSON()).toBe("Agenda, taken and on");
  expect(coming.view()).toMatchObject({ role: "edit", left: null });
  coming.dispose();
});
