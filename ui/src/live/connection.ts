/** How a page stands with its pad: one state, of which everything that is shown follows. */
import type { EndReason } from "./closeCodes";

/** Why there is no connection, where more is known than that: no place in the pad, or something on the way that lets no socket through. */
export type Cause = "full" | "blocked" | null;

export type Connection =
  /** It has not been in yet. */
  | { is: "connecting"; cause: Cause }
  /** `detour`: by requests, since no socket gets through. */
  | { is: "live"; detour?: boolean }
  /** `since`: `performance.now()` of the loss. */
  | { is: "lost"; since: number; cause: Cause }
  /** For good. `slept`: it ended while this page was not connected. */
  | { is: "ended"; why: EndReason; slept: boolean; at: Date };

export const CONNECTING = { is: "connecting", cause: null } as const;

/** After a socket was closed. What blocks the way stays known until one is let through. */
export function lost(before: Connection, isFull: boolean, now: number): Connection {
  const cause = isFull ? "full" : causeOf(before) === "blocked" ? "blocked" : null;
  return { is: "lost", since: before.is === "lost" ? before.since : now, cause };
}

/** When it is known whether something on the way lets no socket through. */
export function withBlocked(before: Connection, blocked: boolean): Connection {
  if (before.is !== "lost" && before.is !== "connecting") return before;
  if (blocked === (before.cause === "blocked")) return before;
  return { ...before, cause: blocked ? "blocked" : null };
}

export const causeOf = (connection: Connection): Cause =>
  connection.is === "lost" || connection.is === "connecting" ? connection.cause : null;
