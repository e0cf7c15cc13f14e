/**
 * One connection to one pad, which comes back by itself until this page or the server is done with it. The only file that
 * opens a socket.
 */
import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import { api } from "../api";
import { Backoff } from "./backoff";
import { decode, encode, type FromPage, type ToPage } from "./messages";
import { UpgradeProbe } from "./upgrades";

/** What a frame begins with: the tags of y-protocols, and 101, Fadepad's own. */
export const TAG = { sync: 0, awareness: 1, auth: 2, page: 101 } as const;

/** The server says something every 15 s; after this long (ms) without a word the connection is dead, whatever the browser says. */
const SILENCE_MS = 30_000;
/** An attempt that is not answered for this long (ms) is given up: a network that has changed swallows it. */
const ATTEMPT_MS = 8000;
/** The same while a person looks. */
const LOOKED_AT_MS = 2500;
/** Where a tab keeps that no socket gets through: what goes by requests is loaded as the next page comes. */
export const DETOUR = "fadepad.detour";
/** Close codes from here on are the server's own words: nothing on the way says them. */
export const OURS = 4000;
/** Of these, those say that trying again is of no use. */
const FINAL = { from: 4400, to: 4499 };

export interface SocketEvents {
  onOpen?: () => void;
  /** A frame of y-protocols. */
  onFrame: (tag: number, from: decoding.Decoder) => void;
  onMessage: (message: ToPage) => void;
  /** It is gone, with this code, or given up by this page (`null`), and is tried again unless `onEnd` comes next. */
  onClose: (code: number | null) => void;
  /** The server wants us no more, for this reason beside the code. */
  onEnd: (code: number, reason: string) => void;
  /** Whether something on the way lets no socket through. */
  onBlocked: (blocked: boolean) => void;
}

export interface SocketOptions {
  /** `ws://host/ws`, without the pad's name. */
  url: string;
  pad: string;
  key: string;
  epoch: string;
  /** Shows the pad and is nobody in it. */
  wall?: boolean;
}

type Timer = ReturnType<typeof setTimeout>;

/** `idle`: nothing is tried, not yet or no more. */
type State =
  | { is: "idle" }
  | { is: "waiting"; timer: Timer }
  | { is: "connecting" | "open"; socket: Wire; heard: AbortController; timer: Timer };

/** A socket, or what is made of requests in its place. */
export interface Wire extends Pick<
  WebSocket,
  "readyState" | "binaryType" | "close" | "addEventListener"
> {
  send: (frame: Uint8Array<ArrayBuffer>) => void;
}

/** Where the sockets of the server are that this page is from. */
export const socketUrl = (): string =>
  `${location.protocol === "https:" ? "wss" : "ws"}://${location.host}/ws`;

/** Whether a page of this tab has found that no socket gets through (`tunnel.ts`). */
function isKnown(): boolean {
  try {
    return sessionStorage.getItem(DETOUR) !== null;
  } catch {
    return false;
  }
}

/** A number that this page keeps to itself: the server knows its next connection by it, and lets go of the last. */
const secret = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, "0"),
  ).join("");

export class LiveSocket {
  readonly #options: SocketOptions;
  readonly #events: SocketEvents;
  readonly #tab = secret();
  readonly #backoff = new Backoff();
  readonly #upgrades: UpgradeProbe;
  #epoch: string;
  #state: State = { is: "idle" };
  /** What goes by requests, where no socket gets through. */
  #requests: typeof import("./tunnel") | null = null;
  #trials: InstanceType<typeof import("./tunnel").Trials> | null = null;

  constructor(options: SocketOptions, events: SocketEvents) {
    this.#options = options;
    this.#events = events;
    this.#epoch = options.epoch;
    this.#upgrades = new UpgradeProbe(
      () => api.lacksUpgrade(options.pad),
      (blocked) => {
        events.onBlocked(blocked);
        if (blocked) void this.#detour();
      },
    );
    if (isKnown()) void this.#detour();
  }

  /** Whether it goes by requests. */
  get isDetour(): boolean {
    return !!this.#requests;
  }

  get isOpen(): boolean {
    return this.#state.is === "open" && this.#state.socket.readyState === 1;
  }

  /** Connects, and from now on comes back by itself. */
  connect(): void {
    if (this.#state.is === "idle" || this.#state.is === "waiting") this.#attempt();
  }

  /** Somebody looks, or the network is another one: what waits is tried at once, and an attempt is soon given up. */
  wake(): void {
    if (this.#state.is === "waiting") this.#attempt();
    if (this.#state.is === "connecting") this.#expect(LOOKED_AT_MS);
    this.#trials?.now();
  }

  /** Gives up a socket that no longer answers and opens another. */
  restart(): void {
    if (this.#state.is === "idle") return;
    this.#lost(null);
    if (this.#state.is === "waiting") this.#attempt();
  }

  /** Lets go of the connection for good. */
  close(): void {
    this.#straight();
    this.#release();
  }

  /** This connection has done what it is for: when it is lost, it is tried again soon. */
  settle(): void {
    this.#backoff.reset();
  }

  /** Sends a frame, if there is a connection. */
  send(tag: number, write: (to: encoding.Encoder) => void): boolean {
    if (this.#state.is !== "open" || !this.isOpen) return false;
    const to = encoding.createEncoder();
    encoding.writeVarUint(to, tag);
    write(to);
    this.#state.socket.send(encoding.toUint8Array(to));
    return true;
  }

  /** Sends a message of tag 101, if there is a connection. */
  tell(message: FromPage): boolean {
    return this.send(TAG.page, (to) => encoding.writeVarString(to, encode(message)));
  }

  #attempt(): void {
    this.#release();
    const { url, pad, key, wall } = this.#options;
    const query = { x: "1", ...(wall ? { wall: "1" } : {}), epoch: this.#epoch, tab: this.#tab };
    const named = `/${pad}?${new URLSearchParams(query)}`;
    const socket: Wire = this.#requests
      ? new this.#requests.Tunnel(named, key)
      : new WebSocket(url + named, ["fadepad", `fadepad.key.${key}`]);
    socket.binaryType = "arraybuffer";
    const heard = new AbortController();
    const { signal } = heard;
    socket.addEventListener("open", () => this.#opened(), { signal });
    socket.addEventListener(
      "message",
      ({ data }) => this.#heard(new Uint8Array(data as ArrayBuffer)),
      {
        signal,
      },
    );
    const gone = ({ code, reason }: CloseEvent) => {
      if (code >= OURS) this.#began(); // whoever finds the room full hears nothing else
      this.#turn();
      this.#lost(code, reason);
    };
    socket.addEventListener("close", gone, { signal });
    this.#state = { is: "connecting", socket, heard, timer: this.#silenceAfter(ATTEMPT_MS) };
  }

  #opened(): void {
    const state = this.#state;
    if (state.is !== "connecting") return;
    clearTimeout(state.timer);
    this.#state = { ...state, is: "open", timer: this.#silenceAfter(ATTEMPT_MS) };
    this.#events.onOpen?.();
  }

  /** The first word: this way goes through. */
  #began(): void {
    if (this.#upgrades.isOpen) return;
    this.#upgrades.opened();
    if (!this.#requests) return;
    this.#trials ??= new this.#requests.Trials(
      () => new WebSocket(this.#options.url),
      () => {
        this.#straight();
        this.restart();
      },
    );
  }

  /** No socket gets through: from now on it goes by requests, unless one has come through meanwhile. */
  async #detour(): Promise<void> {
    const requests = await import("./tunnel").catch(() => null); // asked for again when the next attempt has failed
    const { isOpen } = this.#upgrades;
    requests?.remember(!isOpen);
    if (!requests || this.#requests || isOpen) return;
    this.#requests = requests;
    this.restart();
  }

  /** An attempt by requests that came to nothing: a socket is next. */
  #turn(): void {
    if (!this.#upgrades.isOpen) this.#straight();
  }

  #straight(): void {
    this.#trials?.stop();
    this.#trials = this.#requests = null;
  }

  #heard(frame: Uint8Array): void {
    this.#began();
    this.#expect(SILENCE_MS);
    const from = decoding.createDecoder(frame);
    const tag = decoding.readVarUint(from);
    if (tag !== TAG.page) return this.#events.onFrame(tag, from);
    const message = decode(decoding.readVarString(from));
    if (!message) return console.warn("a message of tag 101 can't be read");
    if (message.t === "welcome") this.#epoch = message.epoch;
    this.#events.onMessage(message);
  }

  /** What is open or being opened has to be heard of within this time. */
  #expect(withinMs: number): void {
    if (this.#state.is === "idle" || this.#state.is === "waiting") return;
    clearTimeout(this.#state.timer);
    this.#state.timer = this.#silenceAfter(withinMs);
  }

  #silenceAfter(ms: number): Timer {
    return setTimeout(() => this.#silent(), ms);
  }

  /** Those who heard the last word together, a whole room, don't come back together; who was not answered has waited enough. */
  #silent(): void {
    this.#turn();
    if (this.#upgrades.isOpen) this.#lost(null);
    else this.restart();
  }

  /** `code` is `null` where this page gives it up. Whoever is told may close it, or connect at once. */
  #lost(code: number | null, reason = ""): void {
    this.#release();
    const isFinal = code !== null && code >= FINAL.from && code <= FINAL.to;
    if (isFinal) this.#straight();
    else {
      const timer = setTimeout(() => this.#attempt(), this.#backoff.next());
      this.#state = { is: "waiting", timer };
    }
    this.#upgrades.closed(code === null);
    this.#events.onClose(code);
    if (isFinal) this.#events.onEnd(code, reason);
  }

  /** Nothing of the state before is heard of any more, whatever a socket still has in it. */
  #release(): void {
    const state = this.#state;
    this.#state = { is: "idle" };
    if (state.is === "idle") return;
    clearTimeout(state.timer);
    if (state.is === "waiting") return;
    state.heard.abort();
    state.socket.close();
  }
}
