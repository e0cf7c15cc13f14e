/** Somebody who means no good, by each of the doors: with a stock client, and by Phoenix' own, over a socket or by polling. */
import { createRequire } from "node:module";
import { WebSocket } from "ws";
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
      on: (event: string, heard: (payload: { bin: string }) => void) => void;
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

async function byPhoenix(pad: MadePad, doc: Y.Doc, transport: unknown): Promise<Attacker> {
  const socket = new Socket(`${pad.origin.replace("http", "ws")}/socket`, {
    transport,
    params: { token: pad.edit_key },
  });
  socket.connect();
  const channel = socket.channel(`doc:${pad.pad}`, { enc: "base64" });
  channel.on("server_update", ({ bin }) => Y.applyUpdate(doc, Buffer.from(bin, "base64"), channel));
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
