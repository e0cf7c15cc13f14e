/** One person's stay in one pad: the document, the connection, the presence of all. No React: it looks at this through `useSession`. */
import * as Y from "yjs";
import { api, isWhy, type Role } from "../api";
import { counted, heard, unheard } from "../life/life";
import type { Wish } from "../life/Steering";
import type { Me } from "../people/me";
import { colourBeside, gather, type Person, type Presence } from "../people/presence";
import { CLOSED, FULL, REFUSED, type EndReason } from "./closed";
import { ANSWER_WITHIN_MS, Confirming } from "./confirming";
import { moved, wordsSince, type Words } from "./moved";
import { PadProvider } from "./provider";
import { roomIn } from "./room";
import { plantSeed, ROOT } from "./seed";
import { warningOf } from "./warnings";
import { UpgradeProbe } from "../live/upgrades";
import type { SessionView } from "./view";

export type { EndReason };
export type { Connection, SessionView } from "./view";

/** A new way to live, an end, or no end after all; from everyone an answer to the last call, or a wish for another minute. */
export type Steering =
  ({ t: "keep" } & Wish) | { t: "end" } | { t: "stay" } | { t: "answer" } | { t: "more" };

export interface SessionOptions {
  /** `ws://host/ws` */
  url: string;
  pad: string;
  key: string;
  epoch: string;
  role: Role;
  ttl_s: number;
  me: Me;
  /** What did not go through in another stay: written anew in this one, as soon as the text is here. */
  words?: () => Words;
}

/** Bytes that a pad takes, until the server says how many. */
const PAD_MAX = 8 << 20;

/** After waking up an answer must come faster (ms), because a person is looking. */
const WAKE_PONG_WITHIN_MS = 2500;

export class PadSession {
  readonly doc = new Y.Doc();
  readonly fragment = this.doc.getXmlFragment(ROOT);
  readonly provider: PadProvider;
  readonly #listeners = new Set<() => void>();
  readonly #stop = new AbortController();
  readonly #upgrades: UpgradeProbe;
  #view: SessionView;
  #me: Me;
  /** Who this is, as the server says; nobody yet before its welcome. */
  #person = "";
  readonly #confirming: Confirming;
  /** What another stay could not bring through; `null` once it is here. */
  #words: (() => Words) | null;
  /** Bytes that the pad takes in all. */
  #padMax = PAD_MAX;

  constructor({ url, pad, key, epoch, role, ttl_s, me, words }: SessionOptions) {
    this.#me = me;
    this.#words = words ?? null;
    this.#view = {
      connection: { is: "connecting", full: false },
      role,
      life: unheard(ttl_s, performance.now()),
      ready: false,
      unsaved: null,
      held: false,
      warning: null,
      people: [],
    };
    this.provider = new PadProvider({
      url,
      pad,
      key,
      epoch,
      doc: this.doc,
      events: {
        onMessage: (message) => this.#told(message),
        onAsked: (has) => this.#confirming.asked(has),
        onStateSent: () => this.#confirming.stateSent(),
        onLocalUpdate: (isSent) => this.#confirming.edited(isSent),
      },
    });
    this.#confirming = new Confirming({
      doc: this.doc,
      ask: (ping) => this.provider.tell(ping),
      onUnsaved: (unsaved) => this.#set({ unsaved }),
      onHeld: (held) => this.#set({ held }),
      onSilence: () => this.provider.restart(),
    });
    this.provider.readOnly = role === "view";
    this.#upgrades = new UpgradeProbe(
      () => api.lacksUpgrade(pad),
      (blocked) => this.#blocked(blocked),
    );
    plantSeed(this.doc, epoch, this.provider);
    this.#listen();
    this.#present(); // listened to: one is among the people from the first moment
    this.provider.connect();
  }

  #listen(): void {
    const { provider } = this;
    provider.on("sync", (synced: boolean) => {
      if (!synced) return;
      this.#bringWords();
      this.#set({ connection: { is: "live" }, ready: true });
    });
    provider.on("status", ({ status }) => {
      // a network that has changed swallows the attempt without a word
      if (status === "connecting") this.#confirming.awaitAnswer(ANSWER_WITHIN_MS);
      if (status === "connected") {
        this.#confirming.quiet();
        this.#upgrades.opened();
      }
    });
    provider.on("connection-close", (event) => {
      this.#lost(event?.code === FULL);
      this.#upgrades.closed();
    });
    provider.on("closed", ({ code }) => this.#end(CLOSED[code] ?? "forbidden"));
    provider.awareness.on("change", () =>
      this.#meet(gather(provider.awareness.getStates(), provider.awareness.clientID)),
    );
    const { signal } = this.#stop;
    const wake = () => {
      if (document.visibilityState === "hidden") return;
      provider.hurry();
      if (provider.wsconnecting) {
        this.#confirming.quiet();
        this.#confirming.awaitAnswer(WAKE_PONG_WITHIN_MS);
      }
      this.#confirming.ask(WAKE_PONG_WITHIN_MS);
    };
    addEventListener("online", wake, { signal });
    addEventListener("offline", wake, { signal });
    addEventListener("pageshow", wake, { signal });
    document.addEventListener("visibilitychange", wake, { signal });
    addEventListener("beforeunload", (event) => this.#view.unsaved && event.preventDefault(), {
      signal,
    });
  }

  /** For `useSyncExternalStore`. */
  readonly subscribe = (changed: () => void): (() => void) => {
    this.#listeners.add(changed);
    return () => this.#listeners.delete(changed);
  };

  readonly view = (): SessionView => this.#view;

  #set(change: Partial<SessionView>): void {
    if (this.#view.connection.is === "ended") return;
    this.#view = { ...this.#view, ...change };
    for (const listener of this.#listeners) listener();
  }

  /** Takes another name or colour, and tells everyone. */
  rename(me: Me): void {
    this.#me = me;
    this.#present();
    this.#hello();
  }

  #meet(people: Person[]): void {
    this.#set({ people });
    const color = colourBeside(this.#me, people, !this.#view.ready); // who was here before is told before the text
    if (color) this.rename({ ...this.#me, color });
  }

  #present(): void {
    const { name, color } = this.#me;
    const user: Presence = {
      id: this.#person,
      name,
      color,
      ...(this.#view.role === "view" ? { reads: true } : {}),
    };
    this.provider.awareness.setLocalStateField("user", user);
  }

  #hello(): void {
    const { name, color } = this.#me;
    this.provider.tell({ t: "hello", name, color });
  }

  #told(message: Record<string, unknown>): void {
    switch (message.t) {
      case "welcome":
        this.provider.params = { ...this.provider.params, epoch: String(message.epoch) };
        this.provider.whose.begin();
        this.#person = String(message.person ?? "");
        this.#role(message.role as Role);
        this.#padMax = (message.limits as { pad?: number } | undefined)?.pad ?? PAD_MAX;
        this.#living(message);
        return this.#hello();
      case "persons":
        return this.provider.whose.hear(message);
      case "life":
        if (message.state === "ended") return this.#end(isWhy(message.why) ? message.why : "faded");
        return this.#living(message);
      case "role":
        return this.#role(message.role as Role);
      case "ending":
        return this.#set({ life: counted(this.#view.life, message, performance.now()) });
      case "refused":
        if (REFUSED.includes(message.why)) this.#end(message.why as EndReason);
        return;
      case "guessing":
      case "filling":
        return this.#set({ warning: warningOf(message, performance.now()) });
      case "pong":
        return this.#confirming.answered(message);
    }
  }

  #role(role: Role): void {
    this.provider.readOnly = role === "view";
    this.#set({ role });
    this.#present();
  }

  #living(message: Record<string, unknown>): void {
    this.#set({ life: heard(this.#view.life, message, performance.now()) });
  }

  /** What the host decides about the pad's life, and what everyone says to its end; all hear of it from the server. */
  steer(message: Steering): void {
    this.provider.tell(message);
  }

  /** Bytes that one more edit may bring. */
  readonly room = (): number => roomIn(this.doc, this.#padMax);

  /** What is not going through, to be written anew in another stay. */
  words(): Words {
    const clients = [...this.#confirming.written.keys()];
    return {
      state: Y.encodeStateAsUpdate(this.doc),
      clients,
      since: this.#view.unsaved ?? new Date(),
    };
  }

  /** Under which client ids it was written, each with the clock from which on it was. */
  get written(): ReadonlyMap<number, number> {
    return this.#confirming.written;
  }

  /** The same as letters. */
  wordsAsText(): string {
    return wordsSince(this.fragment, this.#confirming.written);
  }

  /** Under an id that nobody has heard of yet, so that nobody can have written under it. */
  #bringWords(): void {
    const words = this.#words?.();
    if (!words) return;
    this.#words = null;
    const fresh = new Y.Doc().clientID;
    this.doc.once("afterTransactionCleanup", () => (this.doc.clientID = fresh)); // before the update is told of: it is our own
    Y.applyUpdate(this.doc, moved(words, this.doc, fresh));
    if (this.#view.unsaved) this.#set({ unsaved: words.since });
  }

  #lost(full: boolean): void {
    this.#confirming.lost();
    const { connection } = this.#view;
    if (connection.is === "connecting" && !this.#view.ready && full)
      return this.#set({ connection: { is: "connecting", full } });
    const { since, blocked } =
      connection.is === "lost" ? connection : { since: performance.now(), blocked: false };
    this.#set({ connection: { is: "lost", since, full, blocked } });
  }

  #blocked(blocked: boolean): void {
    const { connection } = this.#view;
    if (connection.is === "lost" && connection.blocked !== blocked)
      this.#set({ connection: { ...connection, blocked } });
  }

  /** The stay is over. The connection goes for good, so nothing here is ever sent again; the text stays for whoever looks at it. */
  #end(why: EndReason): void {
    const slept = this.#view.connection.is !== "live" && this.#view.ready;
    this.#set({
      connection: { is: "ended", why, slept, at: new Date() },
      unsaved: null,
      held: false,
    });
    this.#disconnect();
  }

  #disconnect(): void {
    this.#stop.abort();
    this.#confirming.stop();
    this.provider.destroy();
  }

  /** Leaves the pad and drops the text. */
  dispose(): void {
    this.#disconnect();
    this.provider.awareness.destroy();
    this.doc.destroy();
    this.#listeners.clear();
  }
}
