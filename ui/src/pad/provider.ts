/** The socket: y-websocket's own provider, with Fadepad's extra messages, batches, jitter and no echo. The only file that names it. */
import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import { applyAwarenessUpdate, encodeAwarenessUpdate } from "y-protocols/awareness";
import { writeSyncStep2, writeUpdate } from "y-protocols/sync";
import { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";
import { Whose, type Shown } from "../people/whose";
import { Batches } from "./batches";
import { partsOf } from "./parts";

/** Message tags of y-protocols, and 101, Fadepad's own: a string of JSON. */
const SYNC = 0;
const AWARENESS = 1;
const AUTH = 2;
const FADEPAD = 101;
/** Kinds of a sync message. */
const STEP1 = 0;
const STEP2 = 1;

/** Reconnecting waits 100 ms, doubled at each try, but not longer than this (ms); half of it is left to chance. */
const BACKOFF_MAX_MS = 2500;

export interface ProviderEvents {
  /** A message of tag 101. */
  onMessage: (message: Record<string, unknown>) => void;
  /** The server asks for our state, and tells how far (clocks) it has what each client id has written. */
  onAsked: (has: ReadonlyMap<number, number>) => void;
  /** Our whole state was just sent, because the server asked for it. */
  onStateSent: () => void;
  /** A local update was made; it has been sent if the socket is open. */
  onLocalUpdate: (isSent: boolean) => void;
}

export interface ProviderOptions {
  /** `ws://host/ws`, without the pad's name. */
  url: string;
  pad: string;
  key: string;
  doc: Y.Doc;
  epoch: string;
  events: ProviderEvents;
}

/** Presence states as a message of y-protocols. */
function encoded(shown: readonly Shown[]): Uint8Array {
  const to = encoding.createEncoder();
  encoding.writeVarUint(to, shown.length);
  for (const { client, clock, state } of shown) {
    encoding.writeVarUint(to, client);
    encoding.writeVarUint(to, clock);
    encoding.writeVarString(to, JSON.stringify(state));
  }
  return encoding.toUint8Array(to);
}

/** A number that this page keeps to itself: the server knows its next connection by it, and lets go of the last. */
function secret(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, "0"),
  ).join("");
}

/** One connection to one pad, which keeps coming back until it is told not to. */
export class PadProvider extends WebsocketProvider {
  /** A reader's page sends nothing, whatever its editor does by itself. */
  readOnly = false;
  /** Whose the clients are of which presence tells. */
  readonly whose = new Whose();
  readonly #events: ProviderEvents;
  #updates: Uint8Array[] = [];
  #presence: Uint8Array[] = [];
  readonly #batches = new Batches(() => this.#take());

  constructor({ url, pad, key, doc, epoch, events }: ProviderOptions) {
    super(url, pad, doc, {
      connect: false,
      disableBc: true, // tabs must not pass text to each other past the server, which may have erased it
      params: { x: "1", epoch, tab: secret() },
      protocols: ["fadepad", `fadepad.key.${key}`],
    });
    this.#events = events;
    this.messageHandlers[SYNC] = (reply, message, _provider, synced) =>
      this.#sync(reply, message, synced);
    this.messageHandlers[AWARENESS] = (_reply, message) =>
      this.#awareness(decoding.readVarUint8Array(message));
    this.messageHandlers[AUTH] = () => {}; // refusals are told by tag 101
    this.messageHandlers[FADEPAD] = (_reply, message) =>
      this.#told(decoding.readVarString(message));
    this.#replaceOutgoing();
    this.on("connection-close", () => {
      const wait = Math.min(2 ** (this.wsUnsuccessfulReconnects + 1) * 100, BACKOFF_MAX_MS);
      this.maxBackoffTime = wait * (0.5 + Math.random() / 2);
    });
    this.on("status", ({ status }) => {
      // a server that saw us leave knows our clock: announce ourselves with the next one, or nobody sees us for 15 s
      if (status !== "connected") return;
      this.#forgetClocks();
      this.awareness.setLocalState(this.awareness.getLocalState());
    });
  }

  /** Those who were here when we lost the connection come back with the clock that they had: forget it, or they stay unseen for 15 s. */
  #forgetClocks(): void {
    const { meta, states, clientID } = this.awareness;
    for (const client of meta.keys())
      if (client !== clientID && !states.has(client)) meta.delete(client);
  }

  /** Upstream sends back every presence change that it receives, and a reader's edits; we send only what is ours. */
  #replaceOutgoing(): void {
    this.awareness.off("update", this._awarenessUpdateHandler);
    this.doc.off("update", this._updateHandler);
    const own = this.doc.clientID;
    this._awarenessUpdateHandler = ({ added, updated, removed }) => {
      if (![...added, ...updated, ...removed].includes(own)) return;
      this.#send(AWARENESS, (to) =>
        encoding.writeVarUint8Array(to, encodeAwarenessUpdate(this.awareness, [own])),
      );
    };
    this._updateHandler = (update, origin) => {
      if (origin === this || this.readOnly) return;
      const isOpen = this.wsconnected; // else it goes out with the whole text, which may be larger
      for (const part of isOpen ? partsOf(update) : [])
        this.#send(SYNC, (to) => writeUpdate(to, part));
      this.#events.onLocalUpdate(isOpen);
    };
    this.awareness.on("update", this._awarenessUpdateHandler);
    this.doc.on("update", this._updateHandler);
  }

  #send(tag: number, write: (to: encoding.Encoder) => void): boolean {
    if (!this.wsconnected || this.ws?.readyState !== 1) return false;
    const to = encoding.createEncoder();
    encoding.writeVarUint(to, tag);
    write(to);
    this.ws.send(encoding.toUint8Array(to));
    return true;
  }

  /** Sends one message of tag 101, if there is a connection. */
  tell(message: object): boolean {
    return this.#send(FADEPAD, (to) => encoding.writeVarString(to, JSON.stringify(message)));
  }

  /** Tries at once instead of at the end of the wait. */
  hurry(): void {
    if (this.shouldConnect) this.connect();
  }

  /** Gives up a socket that no longer answers and opens another. */
  restart(): void {
    if (!this.shouldConnect) return;
    this.disconnect();
    this.connect();
  }

  #told(json: string): void {
    try {
      const message: unknown = JSON.parse(json);
      if (message !== null && typeof message === "object")
        this.#events.onMessage(message as Record<string, unknown>);
    } catch {
      console.warn("a message of tag 101 is no JSON");
    }
  }

  #sync(reply: encoding.Encoder, message: decoding.Decoder, mayBeSynced: boolean): void {
    const kind = decoding.readVarUint(message);
    if (kind === STEP1) {
      if (this.readOnly) return;
      this.flush();
      encoding.writeVarUint(reply, SYNC);
      const vector = decoding.readVarUint8Array(message);
      this.#events.onAsked(Y.decodeStateVector(vector));
      writeSyncStep2(reply, this.doc, vector);
      const { ws } = this;
      queueMicrotask(() => ws === this.ws && this.#events.onStateSent()); // the reply goes out when this handler has returned
      return;
    }
    this.#updates.push(decoding.readVarUint8Array(message));
    if (kind !== STEP2) return this.#batches.soon();
    this.flush();
    if (mayBeSynced) this.synced = true;
  }

  #awareness(update: Uint8Array): void {
    try {
      this.#presence.push(encoded(this.whose.read(update)));
      this.#batches.soon();
    } catch {
      console.warn("a presence message can't be read");
    }
  }

  /** Takes everything that has come in by now. */
  flush(): void {
    if (this.#updates.length + this.#presence.length > 0) this.#batches.now();
    else this.#batches.stop();
  }

  #take(): void {
    const [updates, presence] = [this.#updates, this.#presence];
    [this.#updates, this.#presence] = [[], []];
    if (updates.length > 0) this.#apply(updates);
    for (const update of presence) applyAwarenessUpdate(this.awareness, update, this);
  }

  #apply(updates: Uint8Array[]): void {
    try {
      Y.applyUpdate(
        this.doc,
        updates.length === 1 ? (updates[0] as Uint8Array) : Y.mergeUpdates(updates),
        this,
      );
    } catch (error) {
      console.warn("an update can't be taken", error);
      if (updates.length > 1) for (const update of updates) this.#apply([update]); // one bad update spoils no others
    }
  }

  override destroy(): void {
    this.#batches.stop();
    [this.#updates, this.#presence] = [[], []];
    super.destroy();
  }
}
