/** Why a file does not come in. */
import type { NoKind } from "./kind";

/** `away`: what reads it could not be fetched; `closed`: the browser does not give it out; `fault`: we failed at it, whatever it is. */
export type Refusal =
  NoKind | "large" | "unreadable" | "silent" | "deep" | "away" | "closed" | "fault";

export class Refused extends Error {
  constructor(readonly why: Refusal) {
    super(why);
  }
}
