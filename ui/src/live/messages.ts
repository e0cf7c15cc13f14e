/**
 * Message 101: what page and server tell each other beside y-protocols, as JSON with the kind in `t`. The server's side is
 * `crates/wire/src/extra/`; the examples in `tests/data/page/` hold both to each other.
 */
import type { CallWhy, Door, LifeState, Role, Why, Writing } from "../api";
import {
  listOf,
  mapOf,
  maybe,
  number,
  object,
  orNull,
  text,
  truth,
  word,
  type Fields,
  type Fitting,
} from "./shape";

/** Times are seconds that remain, never clock times: the clocks of two machines differ. */
const LIFE = {
  state: word<LifeState>("waiting", "alive", "fading", "ended"),
  /** The grace after the last person left. */
  ttl_s: number,
  ends_in_s: orNull(number),
  /** Whether that grace ends it; else it is kept until its end. */
  fades: truth,
  /** To the end that comes whatever the host decides. */
  hard_end_s: number,
};

const ROLE = word<Role>("host", "edit", "view");

/** What a page hears, by kind. */
export const TO_PAGE = {
  /** The first message of every connection. */
  welcome: {
    ...LIFE,
    epoch: text,
    role: ROLE,
    /** What the server takes, in bytes. */
    limits: object({ update: number, pad: number }),
    /** Who this is. */
    person: text,
    /** The host's machine keeps a copy when the pad ends. */
    saves: maybe(truth),
  },
  life: {
    ...LIFE,
    why: orNull(
      word<Why>("faded", "host", "stop", "announced", "max_lifetime", "afresh", "handed_on"),
    ),
  },
  /** The last call; `in_s` is `null` where the pad does not end after all, and then the rest is missing. */
  ending: {
    in_s: orNull(number),
    why: word<CallWhy>("host", "stop", "announced", "max_lifetime"),
    total_s: maybe(number),
    by: maybe(orNull(text)),
    answered: maybe(number),
    of: maybe(number),
    more: maybe(number),
    stay: maybe(truth),
    /** Persons who are not asked: they end it themselves. */
    excused: maybe(listOf(text)),
  },
  /** What this person may do now, by the host's hand. */
  role: { role: ROLE },
  /** For hosts: who comes in and who may write, and what one of them has decided just now: who it was by name, and as a person. */
  access: {
    writing: word<Writing>("everyone", "picked"),
    door: word<Door>("open", "knock", "closed"),
    pin: truth,
    /** The person who has the pencil. */
    pencil: maybe(text),
    by: maybe(text),
    who: maybe(text),
    did: maybe(
      object({ what: text, name: maybe(orNull(text)), role: maybe(ROLE), person: maybe(text) }),
    ),
  },
  /** What the host calls the pad; `null`: by its name. */
  title: { title: orNull(text) },
  /** Whether walls show the text, and the person who has the pencil meanwhile. */
  walls: { text: truth, pencil: maybe(text) },
  /** The pad goes on at another machine: the beginnings of links to it; none where it stays after all. */
  moved: { to: listOf(text), in_s: number },
  /** For hosts: one of them has made new links of this role. */
  new_links: { role: word<Role>("edit", "view", "host"), by: maybe(text), who: maybe(text) },
  /** For the host: who waits at the door; for a wall: how many do. */
  knock: {
    of: number,
    who: maybe(
      listOf(
        object({
          id: text,
          name: orNull(text),
          color: orNull(text),
          device: text,
          way: word<"code" | "link">("code", "link"),
          /** What they would do. */
          role: word<"edit" | "view">("edit", "view"),
          /** A host has shown them out before. */
          was_out: truth,
          since_s: number,
        }),
      ),
    ),
  },
  /** The last message of this page was not taken. */
  refused: { why: text },
  /** For the host: so many codes were wrong in ten minutes. */
  guessing: { wrong: number },
  /** For the host: somebody has put as much into the pad as one may. */
  filling: { name: orNull(text), bytes: number, client_ids: number },
  /** Whose these clients of presence are: told before their states. */
  persons: {
    of: mapOf(text),
    /** What those of them may do who are no plain editors; told anew when it changes. */
    roles: maybe(mapOf(ROLE)),
  },
  /** For hosts and walls: who reads and asks to write, the first of them one by one. */
  hands: {
    count: number,
    of: listOf(object({ person: text, name: orNull(text), since_s: number })),
  },
  /** Everything that was sent before the ping of this number has been looked at. */
  pong: { n: number, clock: maybe(number), foreign: maybe(truth) },
} satisfies Record<string, Fields>;

type Kinds = typeof TO_PAGE;

/** Server → page. */
export type ToPage = { [T in keyof Kinds]: { t: T } & Fitting<Kinds[T]> }[keyof Kinds];
/** The message of one kind. */
export type Message<T extends ToPage["t"]> = Extract<ToPage, { t: T }>;
/** How the pad lives, as `welcome`, `life` and the list of pads tell it. */
export type LifeTold = Fitting<typeof LIFE>;

/** What the host may wish for the pad's life. */
export type Wish = { ttl_s: number } | { ends_in_s: number } | { always: true };

/** Page → server. */
export type FromPage =
  | { t: "hello"; name: string; color?: string }
  /** "Tell me when everything so far is taken", and how far what `client` wrote is. */
  | { t: "ping"; n: number; client?: number }
  /** The host's; without seconds as long as a last call is here. */
  | { t: "end"; in_s?: number }
  /** It is not ended after all. */
  | { t: "stay" }
  | ({ t: "keep" } & Wish)
  /** "I have what I need of it." */
  | { t: "answer" }
  /** "Another minute, please." */
  | { t: "more" }
  /** The host's: who may write, all told. */
  | { t: "writing"; who: Writing }
  /** The host's: what one person may do; without a role, what their key says. */
  | { t: "role"; person: string; role?: Role }
  /** The host's: how those come in who have no key of their own. */
  | { t: "door"; door: Door }
  /** The host's: who waits at the door comes in, or does not now. */
  | { t: "let_in"; knock: string }
  | { t: "not_now"; knock: string }
  /** The host's: what is asked for beside the code; without it, nothing is. */
  | { t: "pin"; pin?: string }
  /** The host's: this person goes; with `address`, nobody new comes in from there. */
  | { t: "show_out"; person: string; address?: boolean }
  /** The host's: the links of this role that were given out so far open nothing any more. */
  | { t: "new_links"; role: Role }
  /** The host's: this person writes, and whoever had the pencil reads again. */
  | { t: "pencil"; person: string }
  /** "I would like to write", or no more. */
  | { t: "hand"; up: boolean };

export const encode = (message: FromPage): string => JSON.stringify(message);

const isKind = (kind: unknown): kind is ToPage["t"] => Object.hasOwn(TO_PAGE, String(kind));

/** Reads what the server says; `null` where this page can't: a message of a later server, mostly. */
export function decode(json: string): ToPage | null {
  try {
    const message = JSON.parse(json) as { t?: unknown } | null;
    const kind = message?.t;
    return isKind(kind) && object<Fields>(TO_PAGE[kind])(message) ? (message as ToPage) : null;
  } catch {
    return null; // no JSON
  }
}
