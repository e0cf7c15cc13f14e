/** What others say of themselves: cleaned on entry, and gathered into persons. */
import type { Awareness } from "y-protocols/awareness";
import type { Role } from "../api";
import { colourFor, freeColour, isColour } from "./colours";
import type { Me } from "./me";
import { cleanName, toldApart } from "./names";

/** What a tab tells the others beside its cursor; the id is the server's word. */
export interface Presence {
  id: string;
  name: string;
  color: string;
}

/** Someone who is here, with one or more tabs. */
export interface Person extends Presence {
  /** What they may do: the server's word, and of several devices the most. */
  role: Role;
  devices: number;
  me: boolean;
  /** Writes beside hosts and whom they have picked, since the pencil was passed: as hosts hear it. */
  pencil?: boolean;
}

const isCount = (value: unknown): boolean => Number.isSafeInteger(value) && (value as number) >= 0;
const isId = (value: unknown): boolean =>
  value == null ||
  (typeof value === "object" &&
    isCount((value as { client?: unknown }).client) &&
    isCount((value as { clock?: unknown }).clock));
const ROOT = /^[\w-]{1,64}$/;

/** A Yjs relative position that can be looked up safely, else `null`. */
function cleanPosition(value: unknown): unknown {
  if (value === null || typeof value !== "object") return null;
  const { type, tname, item, assoc } = value as Record<string, unknown>;
  const rootFits = tname == null || (typeof tname === "string" && ROOT.test(tname));
  if (!isId(type) || !isId(item) || !rootFits || (assoc != null && !Number.isSafeInteger(assoc)))
    return null;
  return { type: type ?? null, tname: tname ?? null, item: item ?? null, assoc: assoc ?? 0 };
}

/** More files than this one nobody brings at once. */
const MAX_SENDS = 64;

const isProgress = (told: unknown): told is [number, number] =>
  Array.isArray(told) && told.length === 2 && told.every((part) => Number.isFinite(part));

/** Files that somebody brings: how much of each is sent, by its way. */
const cleanSends = (sends: unknown): [string, [number, number]][] =>
  typeof sends === "object" && sends
    ? Object.entries(sends)
        .slice(0, MAX_SENDS)
        .filter((each): each is [string, [number, number]] => isProgress(each[1]))
    : [];

/**
 * Keeps of a foreign presence state what this page uses, and only where it has the right shape. `id`: whose it is, as the server
 * says.
 */
export function cleanState(state: unknown, id = ""): Record<string, unknown> | null {
  if (state === null || typeof state !== "object" || Array.isArray(state)) return null;
  const { user, cursor, sends } = state as {
    sends?: unknown;
    user?: Record<string, unknown>;
    cursor?: Record<string, unknown>;
  };
  const clean: Record<string, unknown> = {};
  if (user && typeof user === "object") {
    const name = cleanName(user.name);
    const color = isColour(user.color) ? user.color : colourFor(id || name);
    clean.user = { id, name, color };
  }
  const anchor = cleanPosition(cursor?.anchor);
  const head = cleanPosition(cursor?.head);
  if (anchor && head) clean.cursor = { anchor, head };
  const coming = cleanSends(sends);
  if (coming.length > 0) clean.sends = Object.fromEntries(coming);
  return clean;
}

type States = ReadonlyMap<number, Record<string, unknown>>;

/** Whose state it is: before the server has said it (as of this very page, which comes in) it is nobody else's. */
const idOf = ({ id }: Presence, client: number): string => id || `client-${client}`;

/** The id of the person that a client is shown as; `undefined` where it is shown as nobody. */
export function personAt(states: States, client: number): string | undefined {
  const user = states.get(client)?.user as Presence | undefined;
  return user && idOf(user, client);
}

interface Changed {
  added: number[];
  updated: number[];
  removed: number[];
}

/** Tells when somebody comes or goes, or calls themselves something else: carets move often, people hardly ever. Returns how to stop. */
export function onPeople(awareness: Awareness, tell: () => void): () => void {
  const known = new Map<number, string>();
  const changed = ({ added, updated, removed }: Changed) => {
    const news = [...added, ...updated].filter((client) => {
      const user = JSON.stringify(awareness.getStates().get(client)?.user ?? null);
      const isNews = known.get(client) !== user;
      known.set(client, user);
      return isNews;
    });
    for (const client of removed) known.delete(client);
    if (news.length + removed.length > 0) tell();
  };
  awareness.on("change", changed);
  return () => awareness.off("change", changed);
}

/** The less, the less somebody may. */
const RANKS: readonly Role[] = ["view", "edit", "host"];

/** Of two roles the one that allows more. */
const more = (one: Role, other: Role): Role =>
  RANKS.indexOf(one) > RANKS.indexOf(other) ? one : other;

/**
 * Gathers presence states into persons: one person with two tabs is one person. The person of this page comes first. `roleOf`: what
 * who sits at a client may do.
 */
export function gather(
  states: States,
  own: number,
  roleOf: (client: number) => Role = () => "edit",
): Person[] {
  const byId = new Map<string, Person>();
  const ordered = [...states].sort(([a], [b]) => Number(b === own) - Number(a === own) || a - b);
  for (const [client, state] of ordered) {
    const user = state.user as Presence | undefined;
    if (!user) continue;
    const id = idOf(user, client);
    const known = byId.get(id);
    if (known) {
      known.devices += 1;
      known.role = more(known.role, roleOf(client));
    } else byId.set(id, { ...user, id, role: roleOf(client), devices: 1, me: client === own });
  }
  const called = toldApart(new Map([...byId].map(([id, { name }]) => [id, name])));
  return [...byId.values()].map((person) => ({
    ...person,
    name: called.get(person.id) ?? person.name,
  }));
}

/**
 * Another colour for someone whose own, which chance gave, one who is here has too; `null` where it may stay. Who comes
 * (`isNew`) gives way, and of two who came at once the one with the larger id.
 */
export function colourBeside(
  { color, chosen }: Me,
  people: readonly Person[],
  isNew: boolean,
): string | null {
  const own = people.find(({ me }) => me)?.id;
  if (chosen || own === undefined) return null;
  const others = people.filter(({ me }) => !me);
  const alike = others.some((other) => other.color === color && (isNew || other.id < own));
  return alike ? freeColour(others.map((other) => other.color)) : null;
}

/** What the person behind each client is called here. */
export function namesOf(states: States, own: number): (client: number) => string {
  const called = new Map(gather(states, own).map(({ id, name }) => [id, name]));
  return (client) => {
    const user = states.get(client)?.user as Presence | undefined;
    return (user && called.get(idOf(user, client))) ?? "";
  };
}

/** "AK" for Anna Krause, "CH" for Calm Heron, "M" for Milo. */
export function initials(name: string): string {
  const words = name.split(" ").filter(Boolean);
  const letters = words.length > 1 ? [words[0], words[words.length - 1]] : words;
  return (
    letters
      .map((word) => [...(word ?? "")][0] ?? "")
      .join("")
      .toLocaleUpperCase() || "?"
  );
}
