/** A stay in a pad over a socket that the test holds in its hands. */
import { afterEach, beforeEach, vi } from "vitest";
import { writeSyncStep1 } from "y-protocols/sync";
import * as Y from "yjs";
import { PadSession } from "../src/pad/session";
import { Socket, WELCOME } from "./socket";

export const EPOCH = "b5fb3a3931891af4";
export const me = { name: "Anna", color: "#2f6bd8" };

export const last = () => Socket.all[Socket.all.length - 1] as Socket;
/** The last one that came. */
export let session: PadSession;

/** A page that has been opened, before the server has answered. */
export function come(role: "edit" | "view" = "edit"): void {
  session = new PadSession({
    url: "ws://h/ws",
    pad: "notes",
    key: "KEY",
    epoch: EPOCH,
    role,
    ttl_s: 900,
    me,
  });
}

/** A page that has been let in and has the text. */
export function enter(role: "edit" | "view" = "edit"): Socket {
  come(role);
  return welcome(role);
}

export function welcome(role: "edit" | "view" = "edit"): Socket {
  const socket = last();
  socket.open();
  socket.tell({ ...WELCOME, role });
  if (role !== "view") socket.give(0, (to) => writeSyncStep1(to, new Y.Doc()));
  socket.update(new Uint8Array([0, 0]), 1);
  return socket;
}

/** What each test of a stay needs around it. */
export function aroundEach(): void {
  beforeEach(() => {
    vi.useFakeTimers();
    vi.stubGlobal("WebSocket", Socket);
    vi.stubGlobal("fetch", () => Promise.reject(new TypeError("nobody is there")));
    Socket.all = [];
  });
  afterEach(() => {
    session.dispose();
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });
}
