/** Why a server sends a page away, by the code of its close. */
import type { Why } from "../api";

/** Why a stay is over, and nothing is tried any more. */
export type EndReason =
  | Why
  | "gone"
  | "key"
  | "unknown"
  | "forbidden"
  | "shown_out"
  | "new_links"
  | "too_large"
  | "not_kept"
  | "malformed";

const CLOSED: Record<number, EndReason> = {
  4400: "malformed",
  4401: "key",
  4403: "forbidden",
  4404: "unknown",
  4410: "gone",
  4413: "too_large",
  4415: "not_kept",
};
/** What the server says beside 4403 to whom it holds nothing against: the host has decided. */
const DECIDED: Record<string, EndReason> = { "shown out": "shown_out", "new links": "new_links" };

/** Why it is over, by the code of a close and the reason beside it. */
export const reasonOf = (code: number, said: string): EndReason =>
  (code === 4403 && DECIDED[said]) || (CLOSED[code] ?? "forbidden");

/** The server has no place now. */
export const FULL = 4503;
/** What keeps this page from its pad: it was refused, and going on would let two texts drift apart. */
export const REFUSED: unknown[] = ["too_large", "not_kept", "malformed"];
