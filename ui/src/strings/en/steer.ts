/** What few see in the sheet of a pad's life, and what a host decides there; fetched only then. */
import { long } from "./numbers";

export const steer = {
  detour: "This network lets no live connection through. Everything still arrives, a little later.",
  label: "Keep this pad",
  fade: "While in use",
  until: "Until a time",
  keep: "Until I say",
  graces: "After the last person has left",
  grace: (ttl: number) => `${long(ttl)} after the last person has left`,
  time: "Keep it until",
  set: "Set",
  untilHint: "It ends then, also when people are here.",
  tomorrow: "That is tomorrow.",
  tooLate: (hardEnd: string | null) =>
    "That is later than this pad can live. It is kept " +
    `${hardEnd ? `until ${hardEnd}` : "as long as it can be"}, and everyone is told before it ends.`,
  keepHint: (hardEnd: string | null) =>
    "It stays when everyone has left. It ends in any case " +
    `${hardEnd ? `at ${hardEnd}` : "when its longest time is over"}.`,
} as const;
