/**
 * A WebSocket made of requests, for networks that let none through: its frames are fetched and posted under `/poll`. Both ends
 * count bytes, so that a request which was not answered is made again, by this page or by the browser, and changes nothing twice.
 */
import { api } from "../api";
import { DETOUR, OURS, type Wire } from "./socket";

/** Bytes of a post: no more is taken. */
const POST = 16 << 10;
/** A request is given up after this long (ms): an answer is held back for 8 s, and may be long on a slow line. */
const ANSWER_MS = 30_000;
/** The first wait (ms) before a request is made again, doubled each time up to the last. */
const AGAIN_MS = { first: 300, last: 4000 };
/** There is no such tunnel, or no more. */
const GONE = 410;
/** What a proxy says that could not get there this time, and a server that has no time. */
const AGAIN = new Set([408, 429, 500, 502, 503, 504]);
/** So often (ms) it is tried whether a socket gets through, and so long it has for a word. */
const TRIAL_MS = { every: 60_000, word: 8000 };
const KIND = { binary: 2, close: 8, ping: 9, pong: 10 } as const;
/** Presence of nobody, as the server says it to break a silence. */
const NOBODY = new Uint8Array([1, 1, 0]);
/** The code of a connection that is lost. */
const LOST = 1006;

interface Frame {
  kind: number;
  content: Uint8Array;
  /** Bytes that it takes. */
  size: number;
}

interface Answer {
  status: number;
  bytes: Uint8Array;
}

/**
 * A frame as a client sends it. Its mask is zero, which changes nothing: it is there to keep frames apart from what a cache would
 * read as HTTP, and these stand inside of that.
 */
export function written(kind: number, content: Uint8Array): Uint8Array {
  const { length } = content;
  const size = length < 126 ? 0 : length < 1 << 16 ? 2 : 8;
  const frame = new Uint8Array(2 + size + 4 + length);
  const view = new DataView(frame.buffer);
  frame[0] = 0x80 | kind;
  frame[1] = 0x80 | (size === 0 ? length : size === 2 ? 126 : 127);
  if (size === 2) view.setUint16(2, length);
  if (size === 8) view.setBigUint64(2, BigInt(length));
  frame.set(content, 2 + size + 4);
  return frame;
}

/** The first of these bytes as a frame of the server, which sends them whole and without a mask; `null` while it has not all come. */
export function read(bytes: Uint8Array): Frame | null {
  const [first = 0, short = 0] = bytes;
  const size = short < 126 ? 0 : short === 126 ? 2 : 8;
  if (bytes.length < 2 + size) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  const length = size === 0 ? short : size === 2 ? view.getUint16(2) : Number(view.getBigUint64(2));
  const end = 2 + size + length;
  if (bytes.length < end) return null;
  return { kind: first & 15, content: bytes.slice(2 + size, end), size: end };
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** What is said of a tunnel that was opened. */
function opening(bytes: Uint8Array): { tunnel?: string } | null {
  try {
    return JSON.parse(new TextDecoder().decode(bytes)) as { tunnel?: string } | null;
  } catch {
    return null;
  }
}

const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

export class Tunnel extends EventTarget implements Wire {
  readyState: 0 | 1 | 3 = 0;
  /** Messages come as nothing else. */
  binaryType: BinaryType = "arraybuffer";
  readonly #over = new AbortController();
  #path = "";
  /** Bytes that have come, and of them the rest that is no whole frame yet. */
  #from = 0;
  #rest: Uint8Array = new Uint8Array();
  /** Bytes that were taken of this page, and what waits to be posted. */
  #at = 0;
  #waiting: Uint8Array[] = [];
  #posting = false;
  /** Nothing more is taken: why is still to be fetched. */
  #isRefused = false;

  /** `named`: the pad with the query of its socket. */
  constructor(named: string, key: string) {
    super();
    void this.#open(named, key);
  }

  send(content: Uint8Array): void {
    this.#write(KIND.binary, content);
  }

  /** Leaves: what waits is posted first. */
  close(): void {
    if (this.#over.signal.aborted) return;
    this.readyState = 3;
    this.#over.abort();
    if (this.#path && !this.#posting) this.#leave();
  }

  async #open(named: string, key: string): Promise<void> {
    const headers = { Authorization: `Bearer ${key}` };
    const answer = await this.#ask(`/poll${named}`, { method: "POST", headers }, 201);
    const opened = answer && opening(answer.bytes);
    if (!opened?.tunnel) return this.#end(LOST);
    this.#path = `/poll${named.split("?")[0]}/${opened.tunnel}`;
    if (this.#over.signal.aborted) return this.#leave();
    this.readyState = 1;
    // No browser tells a server of itself that a tab is closed.
    addEventListener("pagehide", () => this.#hidden(), { signal: this.#over.signal });
    this.dispatchEvent(new Event("open"));
    await this.#fetch();
  }

  /** Fetches until it is over. */
  async #fetch(): Promise<void> {
    for (let n = 0; !this.#over.signal.aborted; n += 1) {
      const isRefused = this.#isRefused;
      // No two requests are the same, so that no cache answers one by the other.
      const answer = await this.#ask(`${this.#path}?from=${this.#from}&n=${n}`, {}, 200, 204);
      if (!answer) return this.#end(LOST);
      if (answer.status === 204) {
        if (!isRefused) continue;
        return this.#end(LOST); // where it is over, that would have been said
      }
      this.#from += answer.bytes.length;
      this.#take(answer.bytes);
    }
  }

  #take(bytes: Uint8Array): void {
    let rest = joined([this.#rest, bytes]).subarray();
    for (let frame = read(rest); frame; frame = read(rest)) {
      rest = rest.subarray(frame.size);
      this.#heard(frame);
    }
    this.#rest = rest.slice();
    // While a whole pad comes by a slow line, the connection is not silent.
    if (rest.length > 0) this.dispatchEvent(new MessageEvent("message", { data: NOBODY.buffer }));
  }

  #heard({ kind, content }: Frame): void {
    if (this.#over.signal.aborted) return;
    if (kind === KIND.binary)
      this.dispatchEvent(new MessageEvent("message", { data: content.buffer }));
    else if (kind === KIND.ping) this.#write(KIND.pong, content);
    else if (kind === KIND.close) {
      this.#write(KIND.close, content);
      const [high = 0x03, low = 0xed] = content; // 1005: none was said
      this.#end((high << 8) | low, new TextDecoder().decode(content.subarray(2)));
    }
  }

  #write(kind: number, content: Uint8Array): void {
    if (this.#over.signal.aborted || this.#isRefused) return;
    this.#waiting.push(written(kind, content));
    if (!this.#posting) void this.#post();
  }

  /** Posts what waits: what is written meanwhile goes together. */
  async #post(): Promise<void> {
    this.#posting = true;
    await Promise.resolve(); // what is written in one turn, too
    while (this.#waiting.length > 0 && !this.#isRefused) {
      const all = joined(this.#waiting);
      const piece = all.slice(0, POST);
      this.#waiting = piece.length < all.length ? [all.slice(POST)] : [];
      // It outlives the page: these may be its last words.
      const post = { method: "POST", body: piece, keepalive: true };
      const answer = await this.#ask(`${this.#path}?at=${this.#at}`, post, 204, GONE);
      if (!answer) {
        this.#posting = false;
        return this.#end(LOST);
      }
      this.#at += piece.length;
      this.#isRefused = answer.status === GONE;
    }
    this.#posting = false;
    if (this.#over.signal.aborted) this.#leave();
  }

  /** Nothing runs in this page any more: the post that is on its way goes on, and nobody waits for its answer. */
  #hidden(): void {
    const posting = this.#posting;
    this.#end(LOST);
    if (posting) this.#leave();
  }

  #leave(): void {
    api.request(this.#path, { method: "DELETE", keepalive: true }).catch(() => {});
  }

  #end(code: number, reason = ""): void {
    if (this.#over.signal.aborted) return;
    this.close();
    this.dispatchEvent(new CloseEvent("close", { code, reason }));
  }

  /** Asks until it is answered with one of these; `null` where that is of no use, or nobody waits for it. */
  async #ask(path: string, how: RequestInit, ...fine: number[]): Promise<Answer | null> {
    const isPost = how.method === "POST";
    let wait = AGAIN_MS.first;
    for (;;) {
      const answer = await this.#asked(path, how, isPost);
      if (answer && fine.includes(answer.status)) return answer;
      if (answer && !AGAIN.has(answer.status)) return null;
      if (this.#over.signal.aborted) return null;
      await pause(wait);
      wait = Math.min(wait * 2, AGAIN_MS.last);
    }
  }

  /**
   * Asks once, and reads all of the answer; `null` where it does not come, or breaks off on its way. What is posted is not given up
   * when this is over: the server should have it all.
   */
  async #asked(path: string, how: RequestInit, isPost: boolean): Promise<Answer | null> {
    const stop = new AbortController();
    const giveUp = () => stop.abort();
    const timer = setTimeout(giveUp, ANSWER_MS);
    if (!isPost) this.#over.signal.addEventListener("abort", giveUp, { once: true });
    try {
      const answer = await api.request(path, { ...how, signal: stop.signal });
      if (isPage(answer)) {
        stop.abort(); // nobody reads it
        return null;
      }
      return { status: answer.status, bytes: new Uint8Array(await answer.arrayBuffer()) };
    } catch {
      return null;
    } finally {
      clearTimeout(timer);
      this.#over.signal.removeEventListener("abort", giveUp);
    }
  }
}

/** What a network says that wants somebody to log in. */
const isPage = (answer: Response): boolean =>
  answer.headers.get("Content-Type")?.startsWith("text/html") ?? false;

/** Keeps for the next page of this tab that no socket gets through, or forgets it. */
export function remember(detour: boolean): void {
  try {
    if (detour) sessionStorage.setItem(DETOUR, "1");
    else sessionStorage.removeItem(DETOUR);
  } catch {
    // It is found anew.
  }
}

/** Whether a socket gets through by now: tried now and then, until it is stopped. */
export class Trials {
  #trial: WebSocket | null = null;
  readonly #timer = setInterval(() => this.now(), TRIAL_MS.every);

  /**
   * `open` opens one that names no pad and takes no seat: the server tells it so, which nobody hears where only the handshake
   * gets through.
   */
  constructor(
    private readonly open: () => WebSocket,
    private readonly passes: () => void,
  ) {}

  now(): void {
    if (this.#trial) return;
    const socket = (this.#trial = this.open());
    const late = setTimeout(() => this.#over(socket, LOST), TRIAL_MS.word);
    socket.addEventListener("close", ({ code }) => {
      clearTimeout(late);
      this.#over(socket, code);
    });
  }

  stop(): void {
    clearInterval(this.#timer);
    const last = this.#trial;
    this.#trial = null;
    last?.close();
  }

  #over(socket: WebSocket, code: number): void {
    if (socket !== this.#trial) return;
    this.#trial = null;
    if (code < OURS) return socket.close();
    remember(false);
    this.passes();
  }
}
