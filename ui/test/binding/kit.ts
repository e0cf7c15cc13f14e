/** All that somebody who means no good writes into a pad: by kind, and each by a name that says what it is. */
import { malformed, type Make } from "./malformed";
import { scripts } from "./scripts";
import { shapes } from "./shapes";

export type { Make };

export const KIT: Record<"structures" | "scripts" | "shapes", () => Record<string, Make>> = {
  structures: malformed,
  scripts,
  shapes,
};

/** What no pad takes: who sends it is let go, and nobody else hears of it. */
export const REFUSED = [
  "nesting of 300 levels",
  "a map in the group",
  "an array in a container",
  "a hook",
  "values in the fragment",
];

/** The same as one list. What is in a document belongs to it, so each is made anew. */
export const everything = (): [string, Make][] =>
  Object.values(KIT).flatMap((kind) => Object.entries(kind()));
