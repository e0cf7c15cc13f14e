/** The start page, and the page of a new pad. */
import { long, people } from "./numbers";

export { fresh } from "./fresh";

export const start = {
  title: "Fadepad",
  lead: "Type the code from the wall.",
  label: "Code",
  join: "Join",
  joining: "Opening…",
  notInAlphabet: (letters: string) =>
    `${letters} ${letters.length === 1 ? "is" : "are"} in no code, ` +
    "because O and 0, I, L and 1, U and V look alike. Look again at the wall.",
  unknown: "That code is not known here. Codes have six characters, like K7Q\u00a0PM3.",
  ended: "That pad has ended.",
  /** `wait`: how long (seconds), where that is known. */
  tooMany: (wait: number | null) =>
    `Too many tries. Wait ${wait === null ? "a minute" : long(Math.max(1, wait))}, then try again.`,
  notNow: (wait: number | null) =>
    `The host can’t let you in now. Try again in ${wait === null ? "a minute" : long(Math.max(1, wait))}.`,
  tryNow: "You can try again now.",
  closed: "That pad takes in nobody new at the moment. Ask the host.",
  pin: "PIN",
  pinNeeded: "This pad asks for a PIN, too. Ask the host for it.",
  pinWrong: "That is not the PIN of this pad. Look again, or ask the host.",
  offline: "Fadepad can’t be reached. Is this device still on the same network?",
  newPad: "New pad",
  near: "On this network",
  nearOn: (host: string) => `on ${host}`,
  nearFading: "fading",
  nearWaiting: "nobody yet",
  nearPeople: people,
} as const;
