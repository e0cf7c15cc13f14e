/** Somebody who means no good, by each of the doors: with a stock client, and in each of Phoenix' topics, over a socket or by polling. */
import { createRequire } from "node:module";
import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import { WebSocket } from "ws";
import { applyAwarenessUpdate, Awareness, encodeAwarenessUpdate } from "y-protocols/awareness";
import { readSyncMessage, writeSyncStep1, writeUpdate } from "y-protocols/sync";
import * as Y from "yjs";
import { everything, REFUSED, type Make } from "../../test/binding/kit";
import type { MadePad } from "../server";
import { bring, comeIn } from "../stranger";

/** What is pushed to a channel is answered. */
interface Push {
  receive: (status: string, heard: (answer: { history?: string[] }) => void) => Push;
}
interface Phoenix {
  Socket: new (
    url: string,
    options: object,
  ) => {
    connect: () => void;
    disconnect: () => void;
    channel: (
      topic: string,
      params: object,
    ) => {
      join: () => Push;
      push: (event: string, payload: object) => Push;
      on: <T>(event: string, heard: (payload: T) => void) => void;
    };
  };
  LongPoll: unknown;
}
/** The official client, from where its example has it. */
const { Socket, LongPoll } = createRequire(
  new URL("../../../clients/phoenix-provider/package.json", import.meta.url),
)("phoenix") as Phoenix;

export interface Attacker {
  /** What the pad holds, as far as it has come. */
  doc: Y.Doc;
  /** Shows oneself as this. */
  show: (state: Record<string, unknown>) => void;
  leave: () => void;
}

/** What the pad holds now. */
export async function look(pad: MadePad): Promise<Y.Doc> {
  const doc = new Y.Doc();
  (await comeIn(pad, doc)).destroy();
  return doc;
}

const base64 = (update: Uint8Array): string => Buffer.from(update).toString("base64");

function connected(pad: MadePad, transport: unknown) {
  const socket = new Socket(`${pad.origin.replace("http", "ws")}/socket`, {
    transport,
    params: { token: pad.edit_key },
  });
  socket.connect();
  return socket;
}

async function byPhoenix(pad: MadePad, doc: Y.Doc, transport: unknown): Promise<Attacker> {
  const socket = connected(pad, transport);
  const channel = socket.channel(`doc:${pad.pad}`, { enc: "base64" });
  channel.on<{ bin: string }>("server_update", ({ bin }) =>
    Y.applyUpdate(doc, Buffer.from(bin, "base64"), channel),
  );
  const [history] = await new Promise<string[]>((resolve, reject) => {
    channel
      .join()
      .receive("ok", ({ history: all = [] }) => resolve(all))
      .receive("error", reject);
  });
  channel.push("client_sync", { bin: base64(Y.encodeStateAsUpdate(doc)) });
  if (history) Y.applyUpdate(doc, Buffer.from(history, "base64"), channel);
  doc.on(
    "update",
    (update: Uint8Array, origin: unknown) =>
      origin !== channel && void channel.push("client_update", { bin: base64(update) }),
  );
  return {
    doc,
    show: ({ user, cursor }) => void channel.push("meta", { ...(user as object), cursor }),
    leave: () => socket.disconnect(),
  };
}

/** Message tags of y-protocols. */
const SYNC = 0;
const AWARENESS = 1;
const STEP2 = 1;

/** As y-phoenix-channel does: messages of y-protocols as binary events. */
async function byTopic(pad: MadePad, doc: Y.Doc, topic: string): Promise<Attacker> {
  const socket = connected(pad, WebSocket);
  const channel = socket.channel(`${topic}:${pad.pad}`, {});
  const awareness = new Awareness(doc);
  const say = (tag: number, write: (to: encoding.Encoder) => void) => {
    const bytes = encoding.encode((to) => {
      encoding.writeVarUint(to, tag);
      write(to);
    });
    channel.push("yjs", bytes.slice().buffer);
  };
  const heard = (message: ArrayBuffer): boolean => {
    const from = decoding.createDecoder(new Uint8Array(message));
    const tag = decoding.readVarUint(from);
    if (tag === AWARENESS)
      applyAwarenessUpdate(awareness, decoding.readVarUint8Array(from), channel);
    if (tag !== SYNC) return false;
    const answer = encoding.createEncoder();
    const kind = readSyncMessage(from, answer, doc, channel);
    if (encoding.length(answer) > 0)
      say(SYNC, (to) => encoding.writeUint8Array(to, encoding.toUint8Array(answer)));
    return kind === STEP2;
  };
  await new Promise<void>((resolve, reject) => {
    channel.on<ArrayBuffer>("yjs", (message) => heard(message) && resolve());
    channel
      .join()
      .receive("ok", () => say(SYNC, (to) => writeSyncStep1(to, doc)))
      .receive("error", reject);
  });
  doc.on("update", (update: Uint8Array, origin: unknown) => {
    if (origin !== channel) say(SYNC, (to) => writeUpdate(to, update));
  });
  return {
    doc,
    show: (state) => {
      awareness.setLocalState(state);
      say(AWARENESS, (to) =>
        encoding.writeVarUint8Array(to, encodeAwarenessUpdate(awareness, [doc.clientID])),
      );
    },
    leave: () => {
      awareness.destroy();
      socket.disconnect();
    },
  };
}

async function byStock(pad: MadePad, doc: Y.Doc): Promise<Attacker> {
  const provider = bring(pad, doc);
  await new Promise<void>((resolve) => provider.once("sync", () => resolve()));
  return {
    doc,
    show: (state) => provider.awareness.setLocalState(state),
    leave: () => provider.destroy(),
  };
}

type Come = (pad: MadePad, doc: Y.Doc) => Promise<Attacker>;

/** The doors, each for somebody who brings this document along. */
export const DOORS: Record<string, Come> = {
  "a stock y-websocket": byStock,
  "a Phoenix socket": (pad, doc) => byPhoenix(pad, doc, WebSocket),
  "Phoenix' long-poll": (pad, doc) => byPhoenix(pad, doc, LongPoll),
  "a topic y": (pad, doc) => byTopic(pad, doc, "y"),
  "a topic y_doc_room": (pad, doc) => byTopic(pad, doc, "y_doc_room"),
};

export type Attack = [name: string, make: Make];

/** Puts these into a document as its author. */
export function put(doc: Y.Doc, attacks: readonly Attack[]): void {
  const fragment = doc.getXmlFragment("blocknote");
  doc.transact(() =>
    attacks.forEach(([, make]) => make(fragment.get(0) as Y.XmlElement, fragment)),
  );
}

/** What a pad takes of the kit, in heaps of so many. */
export function heaps(size: number): Attack[][] {
  const all = everything().filter(([name]) => !REFUSED.includes(name));
  return Array.from({ length: Math.ceil(all.length / size) }, (_, i) =>
    all.slice(i * size, (i + 1) * size),
  );
}

/** What of a client's own is deleted, as the document says it. */
export function deletedOf(doc: Y.Doc, client: number): string {
  const { ds } = Y.decodeUpdate(Y.encodeStateAsUpdate(doc));
  return JSON.stringify(ds.clients.get(client) ?? []);
}
