/** Whether what was written here is taken by the pad: asked after each edit, and told where it is not. */
import * as Y from "yjs";
import type { Message } from "../live/messages";
import type { Edit } from "./edits";

/** After an edit, wait this long (ms) for more before asking whether all is taken. */
const ASK_AFTER_MS = 250;
/** What is not taken may only wait for somebody else's words: it is asked for again this often (ms), and told after this long. */
const ASK_AGAIN_MS = 1500;
const HELD_AFTER_MS = 4000;
/** A question or an attempt unanswered for this long (ms) means a dead socket, whatever the browser says. */
const ANSWER_WITHIN_MS = 8000;

interface Asker {
  doc: Y.Doc;
  /** Sends a question, if there is a connection. */
  ask: (ping: { t: "ping"; n: number; client?: number }) => boolean;
  onUnsaved: (since: Date | null) => void;
  /** All that was written before this moment (`performance.now()`) is taken. */
  onTaken: (before: number) => void;
  onHeld: (held: boolean) => void;
  /**
   * Somebody else writes under these ids of ours while not all of ours is taken: beyond these clocks the pad has nothing that is
   * known to be ours. An id that only we have written under is not among them.
   */
  onForged: (taken: ReadonlyMap<number, number>) => void;
  /** Nobody answers. */
  onSilence: () => void;
}

/** What was asked last, and how far our writing was then. */
interface Question {
  n: number;
  at: number;
  edits: number;
  client: number;
  clock: number;
  /** Our text went to the server before it, on the same connection: otherwise the answer only says that somebody is there. */
  proves: boolean;
}

export class Confirming {
  readonly #asker: Asker;
  /** Under which client ids something was written that is not known to be taken, and how far each is. */
  #written = new Map<number, number>();
  /** How far what we wrote under each of them was given to a socket. */
  readonly #sent = new Map<number, number>();
  #edits = 0;
  /** The last ones of them, which are not known to be taken. */
  readonly #open: Edit[] = [];
  /** All was taken at some time. */
  #settled = false;
  #asked: Question = { n: 0, at: 0, edits: 0, client: 0, clock: 0, proves: false };
  #unsaved = false;
  #held = false;
  #heldSince: number | null = null;
  /** Under these client ids somebody else has written: nothing proves any more that what the pad has of them is ours. */
  readonly #foreign = new Set<number>();
  /** On this connection the server has asked for our text and got it. */
  #stateSent = false;
  #askTimer: ReturnType<typeof setTimeout> | undefined;
  #answerTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(asker: Asker) {
    this.#asker = asker;
  }

  /** Client ids in the order of their use, each with the clock up to which all is taken. */
  get written(): ReadonlyMap<number, number> {
    return this.#written;
  }

  /** What is not known to be taken, in its order. */
  get open(): readonly Edit[] {
    return this.#open;
  }

  get settled(): boolean {
    return this.#settled;
  }

  edited(isSent: boolean, edits: readonly Edit[]): void {
    const { clientID } = this.#asker.doc;
    if (isSent) this.#sent.set(clientID, Y.getState(this.#asker.doc.store, clientID));
    if (!this.#written.has(clientID)) {
      // Yjs takes another id when somebody uses ours: what waits under the old one may never be taken
      this.#forged(...this.#written.keys());
      this.#written.set(clientID, 0);
    }
    this.#edits += edits.length;
    this.#open.push(...edits);
    if (!this.#unsaved) {
      this.#unsaved = true;
      this.#asker.onUnsaved(new Date());
    }
    this.#askSoon(ASK_AFTER_MS);
  }

  /** The server tells how far it has what each client id has written: more than we ever sent is not ours. */
  asked(has: ReadonlyMap<number, number>): void {
    for (const client of this.#written.keys())
      if ((has.get(client) ?? 0) > (this.#sent.get(client) ?? 0)) this.#forged(client);
  }

  #forged(...clients: number[]): void {
    if (!this.#unsaved) return; // nothing of ours is at stake, and Yjs takes another id as it comes
    for (const client of clients) this.#foreign.add(client);
    this.#asker.onForged(
      new Map([...this.#written].filter(([client]) => this.#foreign.has(client))),
    );
  }

  stateSent(): void {
    const { store } = this.#asker.doc;
    for (const client of this.#written.keys()) this.#sent.set(client, Y.getState(store, client));
    this.#stateSent = true;
    this.askWhetherSaved();
  }

  lost(): void {
    this.#stateSent = false;
    this.#asked.proves = false;
    this.#heldSince = null;
    this.quiet();
  }

  #askSoon(after: number): void {
    this.#askTimer ??= setTimeout(() => this.askWhetherSaved(), after);
  }

  /** Asks the server to answer after it has looked at everything that was sent before. */
  askWhetherSaved(): void {
    clearTimeout(this.#askTimer);
    this.#askTimer = undefined;
    if (this.#unsaved && this.#stateSent) this.ask(ANSWER_WITHIN_MS);
  }

  ask(within: number): void {
    const { doc, ask } = this.#asker;
    const { clientID: client } = doc;
    const proves = this.#stateSent;
    const asked = {
      n: this.#asked.n + 1,
      at: performance.now(),
      edits: this.#edits,
      client,
      clock: Y.getState(doc.store, client),
      proves,
    };
    if (!ask({ t: "ping", n: asked.n, ...(this.#unsaved && proves ? { client } : {}) })) return;
    this.#asked = asked;
    this.#awaitAnswer(within);
  }

  #awaitAnswer(within: number): void {
    this.#answerTimer ??= setTimeout(() => {
      this.#answerTimer = undefined;
      this.#asker.onSilence();
    }, within);
  }

  answered(pong: Message<"pong">): void {
    this.quiet();
    if (pong.n < this.#asked.n) return this.#awaitAnswer(ANSWER_WITHIN_MS); // a later question is still open
    if (!this.#asked.proves) return;
    if (pong.clock !== undefined) {
      // more than we ever wrote is not ours
      if (pong.foreign || pong.clock > this.#asked.clock) this.#forged(this.#asked.client);
      if (this.#foreign.size > 0 || pong.clock < this.#asked.clock) return this.#notTaken();
      this.#written = new Map([[this.#asked.client, pong.clock]]);
    }
    this.#taken();
  }

  #notTaken(): void {
    const now = performance.now();
    this.#heldSince ??= now;
    if (now - this.#heldSince >= HELD_AFTER_MS) this.#tell(true);
    this.#askSoon(ASK_AGAIN_MS);
  }

  #taken(): void {
    this.#heldSince = null;
    this.#tell(false);
    this.#asker.onTaken(this.#asked.at);
    this.#open.splice(0, this.#open.length - (this.#edits - this.#asked.edits));
    if (this.#open.length > 0) return;
    this.#settled = true;
    this.#unsaved = false;
    this.#asker.onUnsaved(null);
  }

  #tell(held: boolean): void {
    if (held !== this.#held) this.#asker.onHeld((this.#held = held));
  }

  /** Waits for no answer any more. */
  quiet(): void {
    clearTimeout(this.#answerTimer);
    this.#answerTimer = undefined;
  }

  stop(): void {
    this.quiet();
    clearTimeout(this.#askTimer);
  }
}
