/** How long a pad lives, and what its host decides about that. */
import { afterwards } from "./afterwards";
import { long, short } from "./numbers";

export { steer } from "./steer";

export const life = {
  label: "How long this pad lives",
  title: "How long this pad lives",
  alive: (ttl: number) => `Lives while someone is here, then ${short(ttl)}`,
  alivePhone: "Lives while someone is here",
  until: (time: string) => `Lives until ${time}`,
  kept: "Kept until the host says",
  ends: (left: string) => `Ends in ${left}`,
  fades: (left: string) => `Fades in ${left}`,
  connecting: "Opening…",
  lost: "Reconnecting…",
  ended: "Ended",
  what: (ttl: number, saves: boolean) =>
    `When the last person has left, the text stays for ${long(ttl)}. ` +
    `Then it is wiped from memory${afterwards(saves)}`,
  whatUntil: (time: string, saves: boolean) =>
    `The pad is kept until ${time}, whether people are here or not. ` +
    `Then its text is wiped from memory${afterwards(saves)}`,
  whatKept: (hardEnd: string | null) =>
    "The pad is kept until the host says otherwise, also when nobody is here. " +
    `${hardEnd ? `It ends at ${hardEnd}` : "When its longest time is over it ends"} in any case; ` +
    "everyone here is told before.",
  hard: (time: string) => `It ends at ${time}, also when people are here.`,
  where: (saves: boolean) =>
    "The text is in the memory of the computer that shares this pad, and in the pages that show it. " +
    (saves
      ? "Fadepad writes it to a disk when the pad ends, and not before."
      : "Fadepad writes it to no disk."),
  whoDecides: "The host decides how long it lives. Everyone here sees it at once.",
  saved: "All you wrote has arrived there.",
  sending: "Sending what you wrote…",
  held: "What you wrote last is not going through: it is in this page alone.",
  waiting: "What you wrote waits in this page until the connection is back.",
  reading: "You can read here.",
} as const;
