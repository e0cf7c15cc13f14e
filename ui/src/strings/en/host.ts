/** Every sentence on the host's page. Apart from the others, because only a host's browser loads it. */
import { afterwards } from "./afterwards";
import { long, people } from "./numbers";

/** What those who are here get before the end. */
function offered(n: number, lastCall: number | null): string {
  if (n === 0 || lastCall === null) return "";
  return lastCall === 0
    ? " Nobody is offered a copy."
    : ` Each is offered a copy: ${long(lastCall)}, or until all have answered.`;
}

export const host = {
  title: "Pads on this computer",
  newPad: "New pad",
  asking: "Looking for your pads…",
  empty: "No pad is open here.",
  away: "Fadepad can’t be reached. What you see here may have changed.",
  failed: "That did not work. Try again in a moment.",
  nobody: "nobody here",
  elsewhere: "begun elsewhere",
  knocks: (n: number) => `${people(n)} ${n === 1 ? "wants" : "want"} to come in`,
  letIn: "Answer",
  letInOne: (pad: string) => `Answer who wants to come into ${pad}`,
  keep: "Keep alive",
  keepOne: (pad: string) => `Keep alive: ${pad}`,
  more: (pad: string) => `More for ${pad}`,
  open: "Open",
  rename: "Rename…",
  renameTitle: (pad: string) => `Rename ${pad}`,
  renameLabel: "What everyone reads",
  renameHint: "Links and code stay as they are. Leave it empty for the name itself.",
  renameDone: "Rename",
  join: "Join another pad",
  foot: (saves: boolean) =>
    saves
      ? "Text is kept in memory, and in files here once its pad has ended. When Fadepad quits, all pads end."
      : "Text is kept in memory only. When Fadepad quits, all pads here end.",
  endTitle: (pad: string) => `End ${pad} for everyone?`,
  /** `lastCall`: how long everyone is offered a copy (seconds); `null` before it is known. */
  endBody: (n: number, lastCall: number | null, saves: boolean) =>
    `${n === 0 ? "Nobody is here." : `${people(n)} ${n === 1 ? "is" : "are"} here.`}${offered(n, lastCall)} ` +
    `Then its text is wiped from memory and from the pages that show it${afterwards(saves)}` +
    (saves ? "" : " To keep a copy yourself, open it first."),
} as const;
