/** Sentences of a pad's end while it lives: the host's last word, and the last call. */
import { long } from "./numbers";

export { end } from "./end";

const after = (saves: boolean): string =>
  saves
    ? "After that the host’s machine has a copy of it in files."
    : "After that Fadepad can’t bring it back.";

export const call = {
  title: {
    soon: "This pad ends soon",
    leaving: "You are the last one here",
    unsent: "Not all has arrived",
  },
  ends: (name: string) => `${name} ends this pad`,
  youEnd: "You end this pad",
  why: {
    host: "The host ends this pad",
    stop: "This pad’s computer stops",
    announced: "This pad ends now, as the host had set it",
    max_lifetime: "This pad’s longest time is over",
  },
  lead: "Then its text is gone. Take a copy if you need it.",
  leadKept: "Then it is wiped here, and the host’s machine keeps a copy. Take one if you need it.",
  seconds: (n: number) => (n === 1 ? "second" : "seconds"),
  minutes: "minutes",
  copied: "Copied. Paste it anywhere",
  file: "Keep a file",
  fileHint: "Word, web page, capsule and others",
  fileForm: "Which file?",
  forms: { markdown: "Markdown", docx: "Word", page: "Web page", capsule: "Capsule" },
  fileKept: "Kept. It is among your downloads",
  none: "I don’t need it",
  noneHint: "Nothing of it stays on this device",
  fadeHint: "It ends soon after all have answered",
  another: "Ask for another minute",
  anotherGiven: "Everyone has another minute. ",
  /** `asked`: whether who reads this is among them. */
  answered: (n: number, of: number, asked: boolean) => {
    if (of === 0) return "Nobody else is asked. It ends in a moment.";
    if (of === 1) {
      const one = asked ? "you have" : "the one who is asked has";
      return n === of
        ? `${one[0]?.toUpperCase()}${one.slice(1)} answered. It ends in a moment.`
        : `When ${one} answered, it ends soon after.`;
    }
    if (n === of) return "All have answered. It ends in a moment.";
    return `${n} of ${of} ${n === 1 ? "has" : "have"} answered. When all have, it ends soon after.`;
  },
  back: "Back to the text",
  soon: (time: string) =>
    `It ends at ${time}, also when people are here. Take a copy if you need the text.`,
  leaving: (ttl: number, saves: boolean) =>
    `When you leave, this pad fades in ${long(ttl)}. ${after(saves)}`,
  leavingUntil: (time: string, saves: boolean) =>
    `When you leave, this pad stays until ${time}. ${after(saves)}`,
  leavingKept:
    "When you leave, this pad stays until the host ends it, or until its longest time is over.",
  unsent: (time: string) =>
    `What you wrote since ${time} is only in this page. When you leave now, it is lost.`,
  leftOut: (time: string) =>
    `Some of what you wrote since ${time} is not in the pad, but only in this page. ` +
    "When you leave now, it is lost. Copy it from the line above the text.",
  copy: "Copy the text",
  copyHint: "Markdown, to paste anywhere",
  keep: "Keep a Markdown file",
  keepHint: "Plain text for notes and tickets",
  page: "Keep a web page",
  pageHint: "Opens in any browser, without a network",
  others: "Other forms…",
  othersHint: "Word, PDF, a capsule to go on with",
  letFade: "Let it fade",
  goOn: "Back to the text",
  stop: "Keep it alive",
  stopped: "This pad goes on.",
  stay: "Stay",
  leave: "Leave all the same",
  foot: (pad: string, when: string) => `${pad}, kept from Fadepad on ${when}.`,
} as const;
