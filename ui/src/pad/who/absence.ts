/**
 * When this browser last looked at a life of a pad, and what it had seen by then: a state vector, which is numbers alone. One
 * bounded list, kept over a reload and over a phone that sleeps; neither a name nor a word of a pad.
 */
import * as Y from "yjs";
import { whenOver } from "../forget";

/** How far each client's clock had come. */
export type StateVector = ReadonlyMap<number, number>;

export interface Absence {
  /** When it began, in milliseconds since 1970. */
  at: number;
  seen: StateVector;
}

/** Whoever is back sooner (ms) was not away: a reload, a look at another tab. */
const AWAY_MS = 60_000;
/** A pad lives no longer by itself (ms). */
const DAY_MS = 24 * 60 * 60 * 1000;
const STORED = "fadepad.left";
/** More pads than one comes back to on a day; the oldest goes. */
const MOST = 8;
/** Bytes of a state vector that are kept: of more than a thousand writers nothing is. */
const MOST_BYTES = 8_192;
const FIELD = /^[A-Za-z0-9+/=_-]+$/;

interface Kept {
  epoch: string;
  at: number;
  seen: string;
}

const isField = (field: unknown): boolean => typeof field === "string" && FIELD.test(field);

function isKept(entry: unknown): entry is Kept {
  const { epoch, at, seen } = (entry ?? {}) as Partial<Record<keyof Kept, unknown>>;
  return isField(epoch) && isField(seen) && typeof at === "number";
}

/** The newest first; nothing where storage is switched off or holds something else. */
function stored(now: number): Kept[] {
  try {
    const list: unknown = JSON.parse(localStorage.getItem(STORED) ?? "[]");
    if (!Array.isArray(list)) return [];
    return list.filter(isKept).filter(({ at }) => at <= now && now - at < DAY_MS);
  } catch {
    return [];
  }
}

function store(list: readonly Kept[]): void {
  try {
    if (list.length > 0) localStorage.setItem(STORED, JSON.stringify(list.slice(0, MOST)));
    else localStorage.removeItem(STORED);
  } catch {
    // storage is switched off: it is known as long as the page is there
  }
}

const drop = (epoch: string, now: number): void =>
  store(stored(now).filter((kept) => kept.epoch !== epoch));

function read({ at, seen }: Kept): Absence | null {
  try {
    const bytes = Uint8Array.from(atob(seen), (letter) => letter.charCodeAt(0));
    return { at, seen: Y.decodeStateVector(bytes) };
  } catch {
    return null;
  }
}

/** The end of the pad that is looked at now. */
let over = (): void => {};
whenOver(() => over());

/** What was known of a life of a pad when its page was opened again, because something was refused. */
let before: { epoch: string; last: Absence | null } | null = null;

/** Looks at a life of a pad, until `stop`: notes when nobody looks at this page any more, and what it has seen by then. */
export class Attendance {
  readonly #doc: Y.Doc;
  readonly #epoch: string;
  readonly #now: () => number;
  readonly #stop = new AbortController();
  /** Since when nobody looks at it. */
  #away: Kept | null = null;
  #last: Absence | null;

  constructor(doc: Y.Doc, epoch: string, now = Date.now) {
    [this.#doc, this.#epoch, this.#now] = [doc, epoch, now];
    const kept = stored(now()).find((each) => each.epoch === epoch);
    const again = before?.epoch === epoch ? before.last : null;
    this.#last = kept && now() - kept.at >= AWAY_MS ? read(kept) : again;
    const { signal } = this.#stop;
    document.addEventListener("visibilitychange", this.#look, { signal });
    addEventListener("pagehide", this.#leave, { signal });
    over = () => {
      before = null;
      this.#stop.abort();
      drop(epoch, now());
    };
  }

  /** When one was away last; `null`: never, as far as this browser knows. */
  last(): Absence | null {
    return this.#last;
  }

  /** It is looked at no more. */
  stop(): void {
    if (this.#stop.signal.aborted) return;
    this.#leave();
    this.#stop.abort();
    before = { epoch: this.#epoch, last: this.#last };
  }

  readonly #look = (): void => {
    if (document.visibilityState === "hidden") return this.#leave();
    if (this.#away && this.#now() - this.#away.at >= AWAY_MS) this.#last = read(this.#away);
    this.#away = null;
  };

  readonly #leave = (): void => {
    if (this.#away) return;
    const seen = Y.encodeStateVector(this.#doc);
    if (seen.length > MOST_BYTES) return;
    const at = this.#now();
    this.#away = { epoch: this.#epoch, at, seen: btoa(String.fromCharCode(...seen)) };
    store([this.#away, ...stored(at).filter(({ epoch }) => epoch !== this.#epoch)]);
  };
}
