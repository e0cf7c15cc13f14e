/** Why a file does not come in. */
import type { NoKind } from "./kind";

/** `away`: what reads it could not be fetched. */
export type Refusal = NoKind | "large" | "unreadable" | "silent" | "deep" | "away";

export class Refused extends Error {
  constructor(readonly why: Refusal) {
    super(why);
  }
}
