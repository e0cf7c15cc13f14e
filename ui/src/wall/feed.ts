/** What a wall hears of its pad: who is here and how long it lives. A socket that comes back by itself; the server sends it no text. */
import * as decoding from "lib0/decoding";
import { isWhy, type Why } from "../api";
import { counted, heard, unheard, type Life } from "../life/life";
import type { Person } from "../people/presence";
import { UpgradeProbe } from "../live/upgrades";
import { Crowd } from "./crowd";

/** Tags of the messages that a wall reads: presence of y-protocols, and Fadepad's own JSON. */
const AWARENESS = 1;
const FADEPAD = 101;
/** Trying again waits 100 ms, doubled at each try, but not longer than this (ms); half of it is left to chance. */
const BACKOFF_MS = { first: 100, most: 2500 };
/** The server says something every 15 s; after this long (ms) without a word the connection is dead, whatever the browser says. */
const SILENCE_MS = 40_000;
/** An attempt that is not answered for this long (ms) is given up: a network that has changed swallows it. */
const ANSWER_MS = 8000;
/** "Answer when you have told all that you had to tell": whoever is told before the answer was here before. */
const PING = JSON.stringify({ t: "ping", n: 1 });
/** So long (ms) the newest is named. */
const NEWEST_MS = 5000;
/** Close codes from here to 4499 say that trying again is of no use; 4410 that the pad has ended. */
const FINAL = { from: 4400, to: 4499, ended: 4410 };

export interface WallView {
  connection: "connecting" | "live" | "lost" | "ended";
  /** The server answers, but something on the way lets no socket through. */
  blocked: boolean;
  life: Life;
  people: Person[];
  /** The id of who came just now. */
  newest: string | null;
  /** Once the connection has ended for good. `why` is `null` where it was not told. */
  end: { why: Why | null; at: Date; pad: boolean } | null;
}

export interface FeedOptions {
  /** `ws://host/ws/NAME` */
  url: string;
  /** Asks over plain HTTP whether the server is there and sees no socket of ours. */
  lacksUpgrade: () => Promise<boolean>;
  key: string;
  epoch: string;
  ttl_s: number;
}

export class WallFeed {
  readonly #options: FeedOptions;
  readonly #tab = Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, "0"),
  ).join("");
  readonly #crowd = new Crowd();
  readonly #listeners = new Set<() => void>();
  readonly #stop = new AbortController();
  readonly #upgrades: UpgradeProbe;
  #view: WallView;
  #socket: WebSocket | null = null;
  #tries = 0;
  #settled = false;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #silence: ReturnType<typeof setTimeout> | undefined;
  #newest: ReturnType<typeof setTimeout> | undefined;

  constructor(options: FeedOptions) {
    this.#options = options;
    this.#view = {
      connection: "connecting",
      blocked: false,
      life: unheard(options.ttl_s, performance.now()),
      people: [],
      newest: null,
      end: null,
    };
    this.#upgrades = new UpgradeProbe(
      options.lacksUpgrade,
      (blocked) => blocked !== this.#view.blocked && this.#set({ blocked }),
    );
  }

  /** Connects; what it returns lets go of the connection. */
  start(): () => void {
    for (const event of ["online", "pageshow"])
      addEventListener(event, () => this.#hurry(), { signal: this.#stop.signal });
    this.#open();
    return () => this.#leave();
  }

  readonly subscribe = (changed: () => void): (() => void) => {
    this.#listeners.add(changed);
    return () => this.#listeners.delete(changed);
  };

  readonly view = (): WallView => this.#view;

  #leave(): void {
    this.#stop.abort();
    for (const timer of [this.#retry, this.#silence, this.#newest]) clearTimeout(timer);
    this.#socket?.close();
    this.#socket = null;
  }

  #set(change: Partial<WallView>): void {
    this.#view = { ...this.#view, ...change };
    for (const listener of this.#listeners) listener();
  }

  #open(): void {
    const { url, key, epoch } = this.#options;
    const socket = new WebSocket(
      `${url}?${new URLSearchParams({ x: "1", wall: "1", epoch, tab: this.#tab })}`,
      ["fadepad", `fadepad.key.${key}`],
    );
    socket.binaryType = "arraybuffer";
    socket.addEventListener("open", () => socket === this.#socket && this.#upgrades.opened());
    socket.addEventListener(
      "message",
      ({ data }) => socket === this.#socket && this.#hear(new Uint8Array(data as ArrayBuffer)),
    );
    socket.addEventListener("close", ({ code }) => socket === this.#socket && this.#closed(code));
    this.#socket = socket;
    this.#expect(ANSWER_MS);
  }

  /** Gives a connection up that says nothing for so long. */
  #expect(withinMs: number): void {
    clearTimeout(this.#silence);
    this.#silence = setTimeout(() => {
      this.#socket?.close();
      this.#closed(0);
    }, withinMs);
  }

  #closed(code: number): void {
    this.#socket = null;
    clearTimeout(this.#silence);
    if (this.#view.end) return;
    if (code >= FINAL.from && code <= FINAL.to) return this.#end(null, code === FINAL.ended);
    this.#upgrades.closed();
    this.#set({ connection: this.#view.connection === "connecting" ? "connecting" : "lost" });
    const wait = Math.min(BACKOFF_MS.first * 2 ** this.#tries, BACKOFF_MS.most);
    this.#tries += 1;
    this.#retry = setTimeout(() => this.#open(), wait * (0.5 + Math.random() / 2));
  }

  /** The network is back: tries at once instead of at the end of the wait. */
  #hurry(): void {
    if (this.#socket || this.#view.end) return;
    clearTimeout(this.#retry);
    this.#open();
  }

  #hear(message: Uint8Array): void {
    this.#expect(SILENCE_MS);
    try {
      const from = decoding.createDecoder(message);
      const tag = decoding.readVarUint(from);
      if (tag === AWARENESS) this.#present(decoding.readVarUint8Array(from));
      if (tag === FADEPAD)
        this.#told(JSON.parse(decoding.readVarString(from)) as Record<string, unknown>);
    } catch {
      console.warn("a message can't be read");
    }
  }

  #present(message: Uint8Array): void {
    const newest = this.#crowd.take(message).at(-1);
    this.#set({ people: this.#crowd.people });
    if (!newest || !this.#settled) return;
    clearTimeout(this.#newest);
    this.#newest = setTimeout(() => this.#set({ newest: null }), NEWEST_MS);
    this.#set({ newest: newest.id });
  }

  #told(message: Record<string, unknown>): void {
    const now = performance.now();
    const { life } = this.#view;
    switch (message.t) {
      case "welcome":
        this.#tries = 0;
        this.#settled = false;
        this.#crowd.begin();
        this.#socket?.send(
          Uint8Array.from([FADEPAD, PING.length, ...new TextEncoder().encode(PING)]),
        ); // a length below 128 is one byte
        return this.#set({ connection: "live", life: heard(life, message, now), people: [] });
      case "persons":
        return this.#crowd.whose.hear(message);
      case "pong":
        this.#settled = true;
        return;
      case "life":
        if (message.state === "ended")
          return this.#end(isWhy(message.why) ? message.why : "faded", true);
        return this.#set({ life: heard(life, message, now) });
      case "ending":
        return this.#set({ life: counted(life, message, now) });
    }
  }

  /** It is over: nothing is tried any more. `pad`: the pad itself has ended, not only this way to it. */
  #end(why: Why | null, pad: boolean): void {
    this.#set({ connection: "ended", people: [], newest: null, end: { why, at: new Date(), pad } });
    this.#leave();
  }
}
