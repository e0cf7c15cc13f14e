/** How far files are that come into the pad: one's own, and those of the others as they tell it. */
import type { PadSession } from "../session";
import { standing } from "./stand";

export interface Refusal {
  /** What the file is called on its owner's device. */
  name: string;
  why: string;
  /** The same file would be refused again. */
  isFinal: boolean;
}

/** One of one's own. */
export interface Own {
  is: "waits" | "sends" | "pauses" | "refused";
  sent: number;
  total: number;
  /** The pad that it goes to. */
  pad: string;
  /** Where it is refused. */
  refusal?: Refusal;
}

/** Bytes of all, and of them those that are sent. */
type Progress = readonly [sent: number, total: number];

/** What one's presence tells of the files that one brings, by way. */
const FIELD = "sends";

const own = new Map<string, Own>();
let others = new Map<string, Progress>();
const watching = new Set<() => void>();
/** The stay whose people are heard. */
let heard: PadSession | null = null;

const changed = () => {
  for (const tell of watching) tell();
};

export const board = {
  own: (way: string): Own | undefined => own.get(way),
  /** What somebody tells of it; nothing where nobody brings it any more. */
  progress: (way: string): Progress | undefined => {
    hearOthers();
    const mine = own.get(way);
    return mine ? [mine.sent, mine.total] : others.get(way);
  },
  set(way: string, state: Own | null): void {
    if (state) own.set(way, state);
    else own.delete(way);
    const now = standing();
    const told = [...own].flatMap(([each, { is, sent, total, pad }]) =>
      is === "refused" || pad !== now?.pad ? [] : [[each, [sent, total]] as const],
    );
    now?.session.provider.awareness.setLocalStateField(
      FIELD,
      told.length > 0 ? Object.fromEntries(told) : undefined,
    );
    changed();
  },
  watch(tell: () => void): () => void {
    hearOthers();
    watching.add(tell);
    return () => void watching.delete(tell);
  },
};

/** Hears how far those of the others are in the stay that stands now. */
function hearOthers(): void {
  const stay = standing()?.session;
  if (!stay || heard === stay) return;
  heard = stay;
  const { awareness } = stay.provider;
  const hear = () => {
    const now = new Map<string, Progress>();
    for (const [client, state] of awareness.getStates()) {
      const told = (state as { sends?: Record<string, Progress> })[FIELD];
      if (client === awareness.clientID) continue;
      for (const [way, progress] of Object.entries(told ?? {})) now.set(way, progress);
    }
    if (now.size === 0 && others.size === 0) return;
    others = now;
    changed();
  };
  awareness.on("change", hear); // as long as the stay
  hear();
}
