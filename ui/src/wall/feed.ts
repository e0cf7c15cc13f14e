/** What a wall hears of its pad: who is here and how long it lives. The server sends it no text but by a host's wish. */
import type * as decoding from "lib0/decoding";
import { readVarUint8Array } from "lib0/decoding";
import type { Encoder } from "lib0/encoding";
import { counted, heard, unheard, type Life } from "../life/life";
import { reasonOf, type EndReason } from "../live/closeCodes";
import { CONNECTING, lost, withBlocked, type Connection } from "../live/connection";
import type { Message, ToPage } from "../live/messages";
import { LiveSocket, TAG, type SocketOptions } from "../live/socket";
import { handsOf, NO_HANDS, type Hands } from "../people/hands";
import type { Person } from "../people/presence";
import { Crowd, type Presenter } from "./crowd";

/** So long (ms) the newest is named. */
const NEWEST_MS = 5000;
/** So long (ms) after the connection was lost the text stays: whether it is still wished for, nobody can tell any more. */
const KEEPS_TEXT_MS = 30_000;
export interface WallView {
  connection: Connection;
  life: Life;
  people: Person[];
  /** The id of who came just now. */
  newest: string | null;
  /** How many wait to be let in. */
  knocks: number;
  /** Who asks to write. */
  hands: Hands;
  /** The beginnings of links to the machine where the pad goes on, while another takes it. */
  moved: readonly string[];
  /** Whether a host wishes the text on walls. */
  text: boolean;
  /** Whom it follows then. */
  presenter: Presenter | null;
}

/** Who draws the text, as long as it is wished for: its document lives there. */
export interface TextReader {
  /** Writes what it asks for: what its document lacks. */
  ask(to: Encoder): void;
  /** Takes a message of the sync protocol. */
  take(from: decoding.Decoder): void;
}

export interface FeedOptions extends Omit<SocketOptions, "wall"> {
  ttl_s: number;
}

export class WallFeed {
  readonly #crowd = new Crowd();
  readonly #listeners = new Set<() => void>();
  readonly #stop = new AbortController();
  readonly #socket: LiveSocket;
  #view: WallView;
  /** Whoever is told from now on was not here before. */
  #settled = false;
  #newest: ReturnType<typeof setTimeout> | undefined;
  #keepsText: ReturnType<typeof setTimeout> | undefined;
  #reader: TextReader | null = null;
  /** Who has the pencil, as told with the text. */
  #pencil: string | null = null;
  /** Whether this connection has said that the text is wished for: nothing is said where it is not. */
  #wished = false;

  constructor({ ttl_s, ...where }: FeedOptions) {
    const life = unheard(ttl_s, performance.now());
    this.#view = {
      connection: CONNECTING,
      life,
      people: [],
      newest: null,
      knocks: 0,
      hands: NO_HANDS,
      moved: [],
      text: false,
      presenter: null,
    };
    this.#socket = new LiveSocket(
      { ...where, wall: true },
      {
        onFrame: (tag, from) => {
          if (tag === TAG.awareness) this.#present(from);
          if (tag === TAG.sync && this.#view.text) this.#reader?.take(from);
        },
        onMessage: (message) => this.#told(message),
        onClose: () => this.#lost(),
        onEnd: (code, reason) => this.#end(reasonOf(code, reason)),
        onBlocked: (blocked) =>
          this.#set({ connection: withBlocked(this.#view.connection, blocked) }),
      },
    );
  }

  /** Connects; what it returns lets go of the connection. */
  start(): () => void {
    for (const event of ["online", "pageshow"])
      addEventListener(event, () => this.#socket.wake(), { signal: this.#stop.signal });
    this.#socket.connect();
    return () => this.#leave();
  }

  readonly subscribe = (changed: () => void): (() => void) => {
    this.#listeners.add(changed);
    return () => this.#listeners.delete(changed);
  };

  readonly view = (): WallView => this.#view;

  /** The text goes there from now on; until the returned function is called. */
  readonly readText = (reader: TextReader): (() => void) => {
    this.#reader = reader;
    this.#ask();
    return () => {
      if (this.#reader === reader) this.#reader = null;
    };
  };

  #ask(): void {
    if (this.#reader) this.#socket.send(TAG.sync, (to) => this.#reader?.ask(to));
  }

  #walls({ text, pencil }: Message<"walls">): void {
    this.#pencil = pencil ?? null;
    this.#wished = text;
    this.#set({ text, presenter: text ? this.#crowd.presenter(this.#pencil) : null });
    if (text) this.#ask(); // also after a connection was lost: what came meanwhile
  }

  #leave(): void {
    this.#stop.abort();
    clearTimeout(this.#newest);
    clearTimeout(this.#keepsText);
    this.#socket.close();
  }

  #set(change: Partial<WallView>): void {
    this.#view = { ...this.#view, ...change };
    for (const listener of this.#listeners) listener();
  }

  /** A wall that has not been in yet is still on its way: nobody has seen anything that could be lost. */
  #lost(): void {
    const { connection } = this.#view;
    if (connection.is === "connecting") return;
    this.#set({ connection: lost(connection, false, performance.now()) });
    this.#keepsText ??= setTimeout(
      () => this.#set({ text: false, presenter: null }),
      KEEPS_TEXT_MS,
    );
  }

  #present(from: decoding.Decoder): void {
    let newest: Person | undefined;
    try {
      newest = this.#crowd.take(readVarUint8Array(from)).at(-1);
    } catch {
      return console.warn("a presence message can't be read");
    }
    const { people } = this.#crowd;
    const presenter = this.#view.text ? this.#crowd.presenter(this.#pencil) : null;
    this.#set({ people, presenter });
    if (!newest || !this.#settled) return;
    clearTimeout(this.#newest);
    this.#newest = setTimeout(() => this.#set({ newest: null }), NEWEST_MS);
    this.#set({ newest: newest.id });
  }

  #told(message: ToPage): void {
    const now = performance.now();
    const { life } = this.#view;
    switch (message.t) {
      case "welcome":
        this.#settled = false;
        this.#wished = false;
        clearTimeout(this.#keepsText);
        this.#keepsText = undefined;
        this.#crowd.begin();
        this.#socket.settle();
        this.#socket.tell({ t: "ping", n: 1 }); // whoever is told before its answer was here before
        return this.#set({
          connection: { is: "live" },
          life: heard(life, message, now),
          people: [],
          knocks: 0,
          hands: NO_HANDS,
        });
      case "persons":
        this.#crowd.whose.hear(message);
        return;
      case "hands":
        return this.#set({ hands: handsOf(message, now) });
      case "walls":
        return this.#walls(message);
      case "pong":
        this.#settled = true;
        if (!this.#wished) this.#set({ text: false, presenter: null });
        return;
      case "life":
        if (message.state === "ended") return this.#end(message.why ?? "faded");
        return this.#set({ life: heard(life, message, now) });
      case "moved":
        return this.#set({ moved: message.to });
      case "knock":
        return this.#set({ knocks: message.of });
      case "ending":
        return this.#set({ life: counted(life, message, now) });
    }
  }

  /** It is over: nothing is tried any more. */
  #end(why: EndReason): void {
    const slept = this.#view.connection.is !== "live";
    const connection = { is: "ended", why, slept, at: new Date() } as const;
    const nobody = { people: [], newest: null, knocks: 0, hands: NO_HANDS };
    this.#set({ connection, ...nobody, text: false, presenter: null });
    this.#leave();
  }
}
