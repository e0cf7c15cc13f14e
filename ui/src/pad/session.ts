/** One person's stay in one pad: the document, the connection, the presence of all. No React: it looks at this through `useSession`. */
import * as Y from "yjs";
import type { Role } from "../api";
import { counted, heard } from "../life/life";
import { lost, withBlocked } from "../live/connection";
import type { FromPage, LifeTold, Message, ToPage } from "../live/messages";
import { toast } from "../kit/Toast";
import { handsOf, NO_HANDS } from "../people/hands";
import type { Me } from "../people/me";
import { colourBeside, gather, onPeople, type Presence } from "../people/presence";
import { handedTo, lookedAfter, NOTHING, type Handed } from "./handed";
import { FULL, REFUSED, reasonOf, type EndReason } from "../live/closeCodes";
import { confirms } from "../binding/arrival";
import { plantBrought, takeState } from "./bring/plant";
import type { Brought } from "./bring/state";
import { Confirming } from "./confirming";
import { Asked, decidedBy, renewalOf, roleChanged } from "./decided";
import { editOf, type Edit } from "./edits";
import { joined, leftOut, missing, takenOut, wordsOf, type Left } from "./left";
import { moved, renamedCaret, wordsSince, type Caret, type Moved, type Words } from "./rebase";
import { PadProvider } from "./provider";
import { roomIn } from "./capacity";
import { plantSeed, ROOT } from "./seed";
import { TextOnWalls } from "./walls";
import { warningOf } from "./warnings";
import { viewAtFirst, type Refusal, type SessionView } from "./sessionView";

export type { EndReason };
export type { SessionView } from "./sessionView";

/** A new way to live, an end, or no end after all; from everyone an answer to the last call, or a wish for another minute. */
export type Steering = Exclude<FromPage, { t: "hello" } | { t: "ping" }>;

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
  words?: () => Legacy;
  /** A document that goes on here. */
  brought?: Brought | null;
}

/** What another stay hands over to this one. */
export interface Legacy extends Words {
  before: PadSession;
  /** Why it was refused, and how many of its edits are not tried again; `null` where it was not. */
  refused: { why: Refusal; skip: number } | null;
  caret: Caret | null;
}

/** Bytes that a pad takes, until the server says how many. */
const PAD_MAX = 8 << 20;

/** After this long (ms) the editor has written the last letters of a line anew where the line is now. */
const FOLLOWED_MS = 300;

/** After waking up an answer must come faster (ms), because a person is looking. */
const WAKE_PONG_WITHIN_MS = 2500;

export class PadSession {
  readonly doc = new Y.Doc();
  readonly fragment = this.doc.getXmlFragment(ROOT);
  readonly provider: PadProvider;
  /** The pad's life. */
  readonly epoch: string;
  /** When this page came. */
  readonly since = new Date();
  readonly #listeners = new Set<() => void>();
  readonly #stop = new AbortController();
  #view: SessionView;
  #me: Me;
  /** Who this is, as the server says; nobody yet before its welcome. */
  #person = "";
  readonly #asked = new Asked();
  readonly #confirming: Confirming;
  readonly #walls = new TextOnWalls();
  /** What another stay could not bring through; `null` once it is here. */
  #words: (() => Legacy) | null;
  /** A document that goes on here; `null` once it is in the text, or stands in `#beside`. */
  #brought: Brought | null;
  #beside: Brought | null = null;
  /** What is being brought from there, edit by edit. */
  #bringing: readonly Edit[] = [];
  /** What no stay could bring through. */
  #left: readonly Left[] = [];
  #caret: Caret | null = null;
  /** From the life before this one. */
  readonly handed: Handed;
  /** This person has read that the host keeps a copy. */
  #knowsOfCopy = false;
  /** Bytes that the pad takes in all. */
  #padMax = PAD_MAX;

  constructor({ url, pad, key, epoch, role, ttl_s, me, words, brought }: SessionOptions) {
    this.#me = me;
    this.epoch = epoch;
    this.#words = words ?? null;
    this.handed = words ? NOTHING : handedTo(epoch);
    this.#caret = this.handed.caret;
    this.#view = { ...viewAtFirst(role, ttl_s), left: this.handed.left };
    this.provider = new PadProvider({
      url,
      pad,
      key,
      epoch,
      doc: this.doc,
      events: {
        onMessage: (message) => this.#told(message),
        onSynced: () => this.#synced(),
        onClose: (code) => this.#lost(code === FULL),
        onEnd: (code, reason) => this.#closed(reasonOf(code, reason)),
        onBlocked: (blocked) =>
          this.#set({ connection: withBlocked(this.#view.connection, blocked) }),
        onAsked: (has) => this.#confirming.asked(has),
        onStateSent: () => this.#confirming.stateSent(),
        onLocalUpdate: (isSent, edit) =>
          this.#confirming.edited(
            isSent,
            this.#bringing.length > 0 ? this.#bringing : [editOf(edit, this.doc.clientID)],
          ),
      },
    });
    this.#confirming = new Confirming({
      doc: this.doc,
      ask: (ping) => this.provider.tell(ping),
      onUnsaved: (unsaved) => this.#set({ unsaved }),
      onTaken: confirms(this.doc),
      onHeld: (held) => (held && this.#reads ? this.#withheld() : this.#set({ held })),
      onForged: (taken) => (this.provider.forged = taken),
      onSilence: () => this.provider.restart(),
    });
    this.provider.readOnly = role === "view";
    plantSeed(this.doc, epoch, this.provider);
    this.#brought = brought ?? takeState(pad);
    this.#listen();
    this.#present(); // listened to: one is among the people from the first moment
    this.provider.connect();
  }

  #listen(): void {
    const [{ provider }, { signal }] = [this, this.#stop];
    this.doc.on("afterTransaction", this.#lookForTakenOut);
    onPeople(provider.awareness, () => this.#meet());
    const wake = () => {
      if (document.visibilityState === "hidden") return;
      provider.wake();
      this.#confirming.ask(WAKE_PONG_WITHIN_MS);
    };
    for (const event of ["online", "offline", "pageshow"])
      addEventListener(event, wake, { signal });
    document.addEventListener("visibilitychange", wake, { signal });
    const leaving = (event: Event) =>
      (this.#view.unsaved || this.#view.left?.words) && event.preventDefault();
    addEventListener("beforeunload", leaving, { signal });
  }

  /** What was typed without a connection, where others have taken out the lines that it stands in meanwhile, is handed back. */
  readonly #lookForTakenOut = (change: Y.Transaction): void => {
    const { connection, unsaved: since } = this.#view;
    if (change.origin !== this.provider || connection.is === "live" || !since) return;
    const gone = takenOut(change, this.#confirming.written);
    if (gone.length > 0) setTimeout(() => this.#handBack(gone, since), FOLLOWED_MS);
  };

  #handBack(gone: readonly Left[], since: Date): void {
    const more = missing(gone, this.fragment);
    if (more.length === 0) return;
    this.#left = [...this.#left, ...more];
    this.#set({ left: { why: "taken_out", since, words: wordsOf(this.#left) } });
  }

  #synced(): void {
    this.#bringWords();
    this.#plant();
    this.#set({ connection: { is: "live", detour: this.provider.isDetour }, ready: true });
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

  #meet(): void {
    const { awareness, whose } = this.provider;
    const own = awareness.clientID;
    const roleOf = (client: number) => (client === own ? this.#view.role : whose.roleOf(client));
    const people = gather(awareness.getStates(), own, roleOf);
    this.#set({ people });
    const color = colourBeside(this.#me, people, !this.#view.ready); // who was here before is told before the text
    if (color) this.rename({ ...this.#me, color });
  }

  #present(): void {
    const { name, color } = this.#me;
    const user: Presence = { id: this.#person, name, color };
    this.provider.awareness.setLocalStateField("user", user);
  }

  #hello(): void {
    const { name, color } = this.#me;
    this.provider.tell({ t: "hello", name, color });
  }

  #told(message: ToPage): void {
    switch (message.t) {
      case "welcome":
        return this.#welcome(message);
      case "role":
        toast(roleChanged(this.#view.role, message.role));
        return this.#role(message.role);
      case "persons":
        return this.provider.whose.hear(message) ? this.#meet() : undefined;
      case "life":
        if (message.state === "ended") return this.end(message.why ?? "faded");
        return this.#living(message);
      case "ending":
        return this.#set({ life: counted(this.#view.life, message, performance.now()) });
      case "refused":
        if (message.why === "read_only") this.#withheld();
        this.#asked.refused(message.why);
        if (REFUSED.includes(message.why)) this.#refused(message.why as EndReason);
        return;
      case "guessing":
      case "filling":
        return this.#set({ warning: warningOf(message, performance.now()) });
      case "hands":
        return this.#set({ hands: handsOf(message, performance.now()) });
      case "access":
        return this.#set(decidedBy(message, this.#person, performance.now()));
      case "moved":
        return this.#moved(message);
      case "walls":
        return this.#walls.hear(message.text);
      case "title":
        return this.#set({ title: message.title });
      case "new_links":
        return this.#renewed(message);
      case "knock":
        return this.#set({ knocks: { ...message, at: performance.now() } });
      case "pong":
        this.#walls.answered();
        return message.n > 0 ? this.#confirming.answered(message) : undefined;
    }
  }

  #moved({ to, in_s }: Message<"moved">): void {
    const until = performance.now() + in_s * 1000;
    this.#set({ moved: to.length > 0 ? { to, until } : null });
  }

  #renewed(message: Message<"new_links">): void {
    const { role, by, who } = message;
    const decided = renewalOf(message, this.#person, performance.now());
    const newLinks = { role, by: who === this.#person ? null : (by ?? null) };
    this.#set({ newLinks, ...(decided && { decided }) });
  }

  /** It was read that the host keeps a copy: that is not said again in this stay. */
  knowOfCopy(): void {
    this.#knowsOfCopy = true;
    this.#set({ saves: false });
  }

  /** Asks to write, or does no more. */
  ask(asks: boolean): void {
    if (this.provider.tell({ t: "hand", up: asks })) this.#set({ asks });
  }

  #welcome(message: Message<"welcome">): void {
    this.provider.whose.begin();
    this.#person = message.person;
    this.#set({ knocks: null }); // told anew to a host, where somebody waits
    this.#role(message.role);
    if (this.#reads) this.#withheld(); // typed while nobody was there to take it
    this.#padMax = message.limits.pad;
    this.#living(message);
    this.#set({ hands: NO_HANDS, saves: !!message.saves && !this.#knowsOfCopy });
    this.#hello();
    if (this.#walls.begin()) this.provider.tell({ t: "ping", n: 0 }); // it proves nothing of what is written
    if (this.#view.asks) this.ask(true); // the server forgets it with the connection
  }

  #role(role: Role): void {
    const reads = role === "view";
    this.provider.readOnly = reads;
    const wrote = this.provider.byWritersLink && (this.#view.role !== "view" || this.#view.isOff);
    this.#set({ role, isOff: reads && wrote, asks: reads && this.#view.asks });
    if (role !== "host") this.#set({ knocks: null, hands: NO_HANDS }); // who is a host again is told anew
    this.#present();
    this.#meet();
  }

  #living(message: LifeTold & Pick<ToPage, "t">): void {
    this.#set({ life: heard(this.#view.life, message, performance.now()) });
  }

  /** What the host decides about the pad's life, and what everyone says to its end; all hear of it from the server. False: not sent. */
  steer(message: Steering): boolean {
    this.#asked.last = message.t;
    return this.provider.tell(message);
  }

  /** Bytes that one more edit may bring. */
  readonly room = (): number => roomIn(this.doc, this.#padMax);

  /** What is not going through, to be written anew in another stay. */
  words(): Words {
    return {
      state: Y.encodeStateAsUpdate(this.doc),
      clients: [...this.#confirming.written.keys()],
      since: this.#view.unsaved ?? new Date(),
      edits: this.#confirming.open,
      forged: this.provider.forged,
    };
  }

  /** How many edits are not known to be taken, and whether all were at some time. */
  get standing(): { edits: number; settled: boolean } {
    return { edits: this.#confirming.open.length, settled: this.#confirming.settled };
  }

  /** Asks at once whether all is taken, and not after a moment. */
  askWhetherTaken(): void {
    this.#confirming.askWhetherSaved();
  }

  /** Under which client ids it was written, each with the clock from which on it was. */
  get written(): ReadonlyMap<number, number> {
    return this.#confirming.written;
  }

  /** The same as letters. */
  wordsAsText(): string {
    return wordsSince(this.fragment, this.#confirming.written);
  }

  /** Under an id that nobody has heard of yet, so that nobody can have written under it. Who may write no more brings nothing. */
  #bringWords(): void {
    const words = this.#words?.();
    if (!words) return;
    this.#words = null;
    const fresh = new Y.Doc().clientID;
    const move = moved(words, this.doc, fresh, words.refused?.skip);
    const { renamed } = move;
    const givenUp = this.#reads ? 0 : move.givenUp;
    if (!this.#reads) this.#bring(move, fresh);
    if (this.#view.unsaved) this.#set({ unsaved: words.since });
    const { before, refused, caret } = words;
    this.#caret = caret && renamedCaret(caret, before.doc, this.doc, renamed);
    const more = leftOut(before.fragment, before.written, this.fragment, renamed);
    this.#left = joined(before.#left, renamed, more);
    const { left } = before.view();
    if (givenUp > 0 || more.length > 0)
      this.#set({
        left: {
          why: this.#reads ? "read_only" : (refused?.why ?? "malformed"),
          since: left?.since ?? words.since,
          words: wordsOf(this.#left),
        },
      });
    else this.#set({ left });
  }

  #bring({ update, edits }: Moved, fresh: number): void {
    this.doc.once("afterTransactionCleanup", () => (this.doc.clientID = fresh)); // before the update is told of: it is our own
    this.#bringing = edits;
    Y.applyUpdate(this.doc, update);
    this.#bringing = [];
  }

  /** What others have written by now is known here, and no editor stands yet. */
  #plant(): void {
    const brought = this.#brought;
    this.#brought = null;
    if (!brought || this.#reads) return;
    const before = Y.encodeStateVector(this.doc);
    if (plantBrought(this.doc, this.epoch, brought, this.provider)) this.provider.give(before);
    else this.#beside = brought;
  }

  /** What was brought and has no place but below the text, once. */
  takeBeside(): Brought | null {
    const brought = this.#beside;
    this.#beside = null;
    return brought;
  }

  /** What was typed between two lives stands in the text, but for these words. */
  typedOn(words: string | null): void {
    if (words) this.#set({ left: { why: "afresh", since: new Date(), words } });
    else if (!this.#view.left) lookedAfter();
  }

  /** Keeps where the next editor puts the caret, and gives where the last one left it. */
  swapCaret(next: Caret | null): Caret | null {
    const last = this.#caret;
    this.#caret = next;
    return last;
  }

  /** What the pad does not take has been looked after. */
  letGo(): void {
    this.#left = [];
    lookedAfter();
    this.#set({ left: null });
  }

  #lost(isFull: boolean): void {
    this.#confirming.lost();
    const { connection, ready } = this.#view;
    const waits = connection.is === "connecting" && !ready && isFull;
    this.#set({
      connection: waits
        ? { is: "connecting", cause: "full" }
        : lost(connection, isFull, performance.now()),
    });
  }

  #closed(why: EndReason): void {
    if (REFUSED.includes(why)) this.#refused(why);
    else this.end(why);
  }

  get #reads(): boolean {
    return this.#view.role === "view";
  }

  /** Writing was turned off, and something was typed that came too late. It goes out of the text, and stays with who typed it. */
  #withheld(): void {
    const { ready, unsaved, refused } = this.#view;
    if (!ready || !unsaved || refused) return;
    this.#set({ refused: "read_only" });
    this.provider.disconnect();
  }

  /** The pad never takes something of this page. What stands here stays, to be looked at and to be brought into another stay. */
  #refused(why: EndReason): void {
    const { ready, role, refused } = this.#view;
    if (!ready || role === "view") return this.end(why);
    if (refused) return;
    this.#set({ refused: why });
    this.provider.disconnect();
  }

  /** The stay is over. The connection goes for good, so nothing here is ever sent again; the text stays for whoever looks at it. */
  end(why: EndReason): void {
    if (why === "forbidden" || why === "shown_out") toast(""); // what was allowed a moment ago is no news any more
    const slept = this.#view.connection.is !== "live" && this.#view.ready;
    this.#set({
      connection: { is: "ended", why, slept, at: new Date() },
      unsaved: why === "handed_on" ? this.#view.unsaved : null, // what is not there stays to be copied
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
