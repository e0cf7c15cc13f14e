/** Every sentence about a further device of one's own. Apart from the others, because few need them. */
import { inWords } from "./numbers";

export const device = {
  title: "Use another device too",
  lead: (name: string) =>
    `Scan this with it, or open the link there. You are ${name} on both, and counted once.`,
  once: (minutes: number) =>
    `Good for one device, for ${inWords(minutes * 60)}. Show it to nobody else.`,
  over: "This link is too old. Nothing was opened with it.",
  fresh: "Make a new link",
  here: "Your other device is here.",
  done: "Done",
  used: [
    "This link has done its work",
    "It makes one device yours, for ten minutes. The next one stands in the list of people, " +
      "on the device where you write.",
  ],
} as const;
