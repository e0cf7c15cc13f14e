/** What a provider hears from the server, and says to whoever uses it. */
import type { Bin } from "./bytes.js"

/** What a key allows. */
export type Role = "host" | "edit" | "view"

/** The reply to a join: the pad, and how it lives. */
export interface Welcome {
  /** The whole pad. */
  history: Bin[]
  /** Its state vector, base64. */
  sv: string
  /** Which client of Presence this member is. */
  client: number
  role: Role
  /** Which life of the pad this is. */
  epoch: string
  state: string
  /** The pad outlives its last person by this many seconds. */
  ttl_s: number
  /** The end that is set, in seconds from now. */
  ends_in_s: number | null
  fades: boolean
  /** The latest end that it can have, in seconds from now. */
  hard_end_s: number
  /** Bytes of one update and of the whole pad. */
  limits: { update: number; pad: number }
}

/** A push or a join that the server did not take. */
export interface Refusal {
  /** The refused event: `phx_join`, `client_update`, `client_sync`, `cursor_pos`, `pad`. */
  event: string
  /**
   * `full`: it is tried again until a seat is free. `too_fast`: the provider joins anew and brings itself into step.
   * All others are followed by `ended`.
   */
  reason: string
  code?: number
}

/** Why nothing is tried any more. */
export interface End {
  /** `session_ended`, or why the server let us go: `unauthorized`, `no_such_pad`, `too_large`, `not_kept`, `malformed`, `forbidden` … */
  reason: string
  /** The close code of the same reason, where the server told one. */
  code?: number
  /** Of `session_ended`, if it was heard: `host`, `faded`, `announced` … */
  why?: string
}

/** A word on the pad's life, such as `{t: "ending", in_s: 60}`. */
export type PadMessage = { t: string } & Record<string, unknown>

/** `connecting` until the pad has been joined, and again while the connection is lost; `disconnected` when nothing is tried any more. */
export type Status = "connecting" | "connected" | "disconnected"

/** What a provider tells. */
export type Events = {
  status: (event: { status: Status }) => void
  /** Everything that the server has is in the document; `false` when the connection is lost. */
  synced: (synced: boolean) => void
  /** Whether the server has confirmed everything that was written here. */
  saved: (saved: boolean) => void
  /** After every join: the role, and how the pad lives. */
  welcome: (welcome: Welcome) => void
  /** A word on the pad's life. */
  pad: (message: PadMessage) => void
  refused: (refusal: Refusal) => void
  /** The pad has ended, or the server lets us in no more. The text stays in the document; nothing is tried again. */
  ended: (end: End) => void
}
