/** The text over the socket: y-protocols as a page of Fadepad speaks it, with batches, parts and no echo. */
import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import {
  applyAwarenessUpdate,
  Awareness,
  encodeAwarenessUpdate,
  removeAwarenessStates,
} from "y-protocols/awareness";
import { writeSyncStep1, writeSyncStep2, writeUpdate } from "y-protocols/sync";
import * as Y from "yjs";
import { applyUpdate } from "../binding/arrival";
import { roleOfKey } from "../kit/padKeys";
import type { FromPage, ToPage } from "../live/messages";
import { LiveSocket, TAG, type SocketEvents } from "../live/socket";
import { ClientOwners, type Shown } from "../people/clientOwners";
import { Batches } from "./batches";
import { withoutForged } from "./forged";
import { partsOf } from "./splitUpdate";

/** Kinds of a sync message. */
const STEP1 = 0;
const STEP2 = 1;

export interface ProviderEvents extends Pick<SocketEvents, "onClose" | "onEnd" | "onBlocked"> {
  onMessage: (message: ToPage) => void;
  /** The text has come; again after each loss. */
  onSynced: () => void;
  /** The server asks for our state, and tells how far (clocks) it has what each client id has written. */
  onAsked: (has: ReadonlyMap<number, number>) => void;
  /** Our whole state was just sent, because the server asked for it. */
  onStateSent: () => void;
  /** A local update was made; it has been sent if the socket is open. */
  onLocalUpdate: (isSent: boolean, edit: Y.Transaction) => void;
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

/** Who changed in presence. */
interface Changes {
  added: number[];
  updated: number[];
  removed: number[];
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

export class PadProvider {
  /** A reader's page sends nothing, whatever its editor does by itself. */
  readOnly = false;
  /** Whether one came by a link to write: who did not has lost nothing when the pencil goes on. */
  readonly byWritersLink: boolean;
  readonly awareness: Awareness;
  /** Whose the clients are of which presence tells. */
  readonly whose = new ClientOwners();
  /** Ids under which somebody else writes too, each with the clock up to which the pad has what is ours: beyond it nothing is taken. */
  forged: ReadonlyMap<number, number> | null = null;
  readonly #doc: Y.Doc;
  readonly #events: ProviderEvents;
  readonly #socket: LiveSocket;
  #updates: Uint8Array[] = [];
  /** Something of them came as a whole text, whose deletions don't tell what their authors had seen. */
  #hasHistory = false;
  /** All that was written while this page was away has come. */
  #isSynced = false;
  #presence: Uint8Array[] = [];
  readonly #batches = new Batches(() => this.#take());

  constructor({ doc, events, ...where }: ProviderOptions) {
    this.#doc = doc;
    this.#events = events;
    this.byWritersLink = roleOfKey(where.key) !== "view";
    this.awareness = new Awareness(doc);
    this.#socket = new LiveSocket(where, {
      onOpen: () => this.#opened(),
      onFrame: (tag, from) => this.#heard(tag, from),
      onMessage: events.onMessage,
      onClose: (code) => this.#closed(code),
      onEnd: events.onEnd,
      onBlocked: events.onBlocked,
    });
    this.awareness.on("update", this.#showOwn);
    doc.on("update", this.#sendUpdate);
  }

  /** Whether it goes by requests, since no socket gets through. */
  get isDetour(): boolean {
    return this.#socket.isDetour;
  }

  connect(): void {
    this.#socket.connect();
  }

  /** Tries at once instead of at the end of the wait, since somebody looks. */
  wake(): void {
    this.#socket.wake();
  }

  /** Gives up a socket that no longer answers and opens another. */
  restart(): void {
    this.#socket.restart();
  }

  /** Lets go of the connection, and tries no other; what is written on stays here. */
  disconnect(): void {
    this.#socket.close();
    this.#closed(null);
  }

  /** Sends one message of tag 101, if there is a connection. */
  tell(message: FromPage): boolean {
    return this.#socket.tell(message);
  }

  #opened(): void {
    this.#isSynced = false;
    this.#forgetClocks();
    // a server that saw us leave knows our clock: announce ourselves with the next one, or nobody sees us for 15 s
    this.awareness.setLocalState(this.awareness.getLocalState());
    this.#socket.send(TAG.sync, (to) => writeSyncStep1(to, this.#doc));
  }

  /** Those who were here when we lost the connection come back with the clock that they had: forget it, or they stay unseen for 15 s. */
  #forgetClocks(): void {
    const { meta, states, clientID } = this.awareness;
    for (const client of meta.keys())
      if (client !== clientID && !states.has(client)) meta.delete(client);
  }

  #closed(code: number | null): void {
    this.#events.onClose(code);
    const others = [...this.awareness.getStates().keys()];
    removeAwarenessStates(
      this.awareness,
      others.filter((client) => client !== this.awareness.clientID),
      this,
    );
  }

  /** Only what is ours: to send back what others show would be an echo. */
  readonly #showOwn = ({ added, updated, removed }: Changes): void => {
    const own = this.awareness.clientID; // the document may take another one meanwhile
    if (![...added, ...updated, ...removed].includes(own)) return;
    this.#socket.send(TAG.awareness, (to) =>
      encoding.writeVarUint8Array(to, encodeAwarenessUpdate(this.awareness, [own])),
    );
  };

  readonly #sendUpdate = (
    update: Uint8Array,
    origin: unknown,
    _doc: Y.Doc,
    edit: Y.Transaction,
  ): void => {
    if (origin === this || this.readOnly) return;
    const { isOpen } = this.#socket; // else it goes out with the whole text, which may be larger
    for (const part of isOpen ? partsOf(update) : [])
      this.#socket.send(TAG.sync, (to) => writeUpdate(to, part));
    this.#events.onLocalUpdate(isOpen, edit);
  };

  #heard(tag: number, from: decoding.Decoder): void {
    if (tag === TAG.sync) this.#sync(from);
    if (tag === TAG.awareness) this.#show(decoding.readVarUint8Array(from));
    // refusals (`TAG.auth`) are told by message 101
  }

  #sync(from: decoding.Decoder): void {
    const kind = decoding.readVarUint(from);
    const bytes = decoding.readVarUint8Array(from);
    if (kind === STEP1) return this.#answer(bytes);
    this.#updates.push(bytes);
    this.#hasHistory ||= kind === STEP2;
    if (kind !== STEP2 || this.#isSynced) return this.#batches.soon();
    this.#isSynced = true;
    this.flush();
    this.#socket.settle();
    this.#events.onSynced();
  }

  /** The server asks for what it lacks, by its state vector. */
  #answer(vector: Uint8Array): void {
    if (this.readOnly) return;
    this.flush();
    this.#events.onAsked(Y.decodeStateVector(vector));
    if (this.#socket.send(TAG.sync, (to) => writeSyncStep2(to, this.#doc, vector)))
      this.#events.onStateSent();
  }

  /** What stands here and not in that vector, unasked: as large as a text may be, and taken as a whole. */
  give(vector: Uint8Array): void {
    if (!this.readOnly) this.#socket.send(TAG.sync, (to) => writeSyncStep2(to, this.#doc, vector));
  }

  #show(update: Uint8Array): void {
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
    this.#hasHistory = false;
    for (const update of presence) applyAwarenessUpdate(this.awareness, update, this);
  }

  #apply(updates: Uint8Array[]): void {
    const take = this.#hasHistory ? Y.applyUpdate : applyUpdate;
    try {
      const all = updates.length === 1 ? (updates[0] as Uint8Array) : Y.mergeUpdates(updates);
      take(this.#doc, this.forged ? withoutForged(all, this.forged) : all, this);
    } catch (error) {
      console.warn("an update can't be taken", error);
      if (updates.length > 1) for (const update of updates) this.#apply([update]); // one bad update spoils no others
    }
  }

  destroy(): void {
    this.#batches.stop();
    [this.#updates, this.#presence] = [[], []];
    this.#socket.close();
    this.awareness.off("update", this.#showOwn);
    this.#doc.off("update", this.#sendUpdate);
  }
}
