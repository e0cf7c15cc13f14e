/** After the end; fetched only then. */
import { inWords } from "./numbers";

export { left } from "./left";

export const ended = {
  title: "This pad has faded",
  faded: (time: string, ttl: number) =>
    `Ended at ${time}, ${inWords(ttl)} after the last person left.`,
  fadedPlain: "It ended some time after the last person left.",
  host: (time: string) => `The host ended it at ${time}.`,
  hostPlain: "The host ended it.",
  stop: (time: string) => `Ended at ${time}, when the program on the host’s computer was stopped.`,
  stopPlain: "It ended when the program on the host’s computer was stopped.",
  announced: (time: string) => `Ended at ${time}, as the host had set it.`,
  announcedPlain: "It ended at the time that the host had set.",
  maxLifetime: (time: string) => `Ended at ${time}, when its longest time was over.`,
  afresh: (time: string) =>
    `The host began it afresh at ${time}. It goes on: scan its code again, or ask for the new link.`,
  afreshPlain:
    "The host has begun it afresh. It goes on: scan its code again, or ask for the new link.",
  handedOn: (time: string) => `It went on at another computer at ${time}.`,
  handedOnPlain: "It goes on at another computer.",
  at: (time: string) => `Ended at ${time}.`,
  plain: "Its text is wiped from memory, and Fadepad can’t bring it back.",
  slept: "This device was away then. Nothing was sent after the end.",
  held: "You still hold a copy",
  heldLead: "This page has the text as you saw it last. It goes when you close the page.",
  anew: "Start a new pad with it",
  anewFailed: "The new pad could not be opened. Your copy is still here.",
  keep: "Keep a file",
  page: "Keep a web page",
  forget: "Forget it",
  dropped: "This page holds no text any more.",
  receipt: "Receipt",
  erased: "Erased from memory",
  told: "People told",
  copies: "Copies dropped by their browsers",
  files: "Files kept at its end",
  filesKept: (n: number) => `${n}, by the host’s computer`,
  honest: "People who had it open may have kept copies.",
  nobody: "nobody was here",
  nOf: (n: number, of: number) => `${n} of ${of}`,
  stands: "Its code stands: who scans it begins a new, empty pad, and this page goes there.",
  again: (pad: string) => `${pad} lives again, empty.`,
  goThere: "Go there",
  newPad: "New pad",
  start: "Type another code",
} as const;
