/** What the screen is told of a stay. */
import type { Role } from "../api";
import type { Life } from "../life/life";
import type { Person } from "../people/presence";
import type { EndReason } from "./closed";
import type { Warning } from "./warnings";

/** The one state of the connection. */
export type Connection =
  | { is: "connecting"; full: boolean }
  | { is: "live" }
  /** `since`: `performance.now()` of the loss. `blocked`: the server answers, but something on the way lets no socket through. */
  | { is: "lost"; since: number; full: boolean; blocked: boolean }
  /** `slept`: it ended while this page was not connected. */
  | { is: "ended"; why: EndReason; slept: boolean; at: Date };

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
  /** What a host was warned of last. */
  warning: Warning | null;
  people: Person[];
}
