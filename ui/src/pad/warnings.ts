/** What the server warns a host of: somebody tries codes, or has filled the pad as far as one may. */
import { t } from "../strings";

/** A warning stays in view for so long (ms); the server repeats one that goes on. */
const SHOWN_MS = 60_000;

/** One sentence, and when it was heard (`performance.now()`). */
export interface Warning {
  says: string;
  heard: number;
}

/** What a message of the server's warns of; `null` where it says nothing that can be told. */
export function warningOf(
  { t: kind, wrong, name }: Record<string, unknown>,
  heard: number,
): Warning | null {
  if (kind === "guessing")
    return typeof wrong === "number" ? { says: t.pad.guessing(wrong), heard } : null;
  return {
    says: t.pad.filling(typeof name === "string" && name !== "" ? name : t.people.nameless),
    heard,
  };
}

/** Whether it is still to be seen. */
export const isFresh = ({ heard }: Warning, now: number): boolean => now - heard < SHOWN_MS;
