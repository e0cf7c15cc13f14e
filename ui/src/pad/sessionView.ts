/** What the screen is told of a stay. */
import type { Role, Writing } from "../api";
import { unheard, type Life } from "../life/life";
import type { EndReason } from "../live/closeCodes";
import type { Message } from "../live/messages";
import { CONNECTING, type Connection } from "../live/connection";
import { NO_HANDS, type Hands } from "../people/hands";
import type { Person } from "../people/presence";
import type { Warning } from "./warnings";

/** Why the pad does not take something: `read_only`, who typed it may write no more. */
export type Refusal = EndReason | "read_only";

/** What the screen looks at; a new object at every change, never altered. */
export interface SessionView {
  connection: Connection;
  role: Role;
  life: Life;
  /** The document has arrived at least once, so it may be shown and edited. */
  ready: boolean;
  /** When the first edit was made that the server has not confirmed, or `null`. */
  unsaved: Date | null;
  /** It is not going through: the others don't see it. */
  held: boolean;
  /** Something of this page is never taken: the stay is over, and another one begins with the rest. */
  refused: Refusal | null;
  /** What of one's own words the pad does not take, and why; `null` where there is nothing of it. */
  left: { why: Refusal | "taken_out" | "afresh"; since: Date; words: string } | null;
  /** What a host was warned of last. */
  warning: Warning | null;
  /** Who may write, as hosts hear it. */
  writing: Writing | null;
  /** Who has the pencil, as hosts hear it. */
  pencil: string | null;
  /** Who asks to write, as hosts hear it. */
  hands: Hands;
  /** This person could write here, and reads by a host's hand: who comes by a link for reading knows of no such hand. */
  isOff: boolean;
  /** This person reads, and asks to write. */
  asks: boolean;
  /** What another host has decided last. */
  decided: Warning | null;
  /** Whom one has shown out oneself last. */
  shownOut: Pick<Person, "id" | "name"> | null;
  /** The host's machine keeps a copy when the pad ends, and this person has not read so yet. */
  saves: boolean;
  /** What the pad is called; `undefined` before it was told. */
  title: string | null | undefined;
  /** The links that a host has made anew last, and who, where that was another. */
  newLinks: { role: Role; by: string | null } | null;
  /** Where the pad goes on, while people go over. */
  moved: Moved | null;
  people: Person[];
  /** Who waits at the door, for a host. */
  knocks: Knocks | null;
}

/** Who waits at the door, and when that was told (ms, of `performance.now`). */
export interface Knocks extends Pick<Message<"knock">, "of" | "who"> {
  at: number;
}

/** Another machine takes the pad. */
export interface Moved {
  /** The beginnings of links to it, the likeliest first. */
  to: readonly string[];
  /** When it is over here (ms, of `performance.now`). */
  until: number;
}

/** Before anything was heard. */
export const viewAtFirst = (role: Role, ttl_s: number): SessionView => ({
  connection: CONNECTING,
  role,
  life: unheard(ttl_s, performance.now()),
  ready: false,
  unsaved: null,
  held: false,
  refused: null,
  left: null,
  warning: null,
  writing: null,
  decided: null,
  shownOut: null,
  saves: false,
  title: undefined,
  newLinks: null,
  pencil: null,
  hands: NO_HANDS,
  isOff: false,
  asks: false,
  moved: null,
  people: [],
  knocks: null,
});
