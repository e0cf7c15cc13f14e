/** Every sentence on the wall. Apart from the others, because only the projector page loads it. */
import { long, shortLeft } from "./numbers";

/** Held together: where the line is short, it breaks between the sentences. */
const stored = (saves: boolean): string =>
  saves ? "The\u00a0host\u00a0keeps\u00a0a\u00a0copy." : "Nothing\u00a0is\u00a0stored.";

export const wall = {
  scan: "Scan, or type",
  scanRead: "Scan to read along",
  after: "Then scan, or type",
  afterRead: "Then scan to read along",
  here: (name: string) => `${name} is here`,
  /** After a name. */
  isHere: "is here",
  /** After the name of the only one; after how many, where they are more. */
  asks: "asks to write",
  ask: (n: number) => `${n} ask to write:`,
  nobody: "Nobody is here yet.",
  alive: (ttl: number, saves: boolean) =>
    `Lives while someone is here, then ${long(ttl)}. ${stored(saves)}`,
  stored,
  blocked: "This network shows the wall, but not who is here. Open it by another way.",
  fading: (left: number) =>
    `Nobody is here. This pad fades in ${left < 60 ? long(left) : shortLeft(left)}.`,
  knocks: (n: number) =>
    n === 1 ? "1 person is waiting to come in" : `${n} people are waiting to come in`,
  letsIn: "The host lets people in.",
  pin: "and the PIN, from the host",
  knockFirst: "Who is new knocks, and the host lets them in.",
  closed: "The door is closed: nobody new comes in now.",
  tools: "This wall",
  /** A button that is pressed while it is shown. */
  text: "Text",
  theText: "The text",
  headings: "Headings",
  empty: "Nothing is written yet.",
  /** Whom it follows. */
  shows: (name: string) => `${name} shows`,
  /** To everyone who writes. */
  told: "The text is on the wall now: the whole room can read it.",
  toldNoMore: "The text is no longer on the wall.",
  full: "Full screen",
  light: "Light",
  dark: "Dark",
  wifi: "Wi-Fi…",
  wifiTitle: "Show a Wi-Fi code too",
  wifiLead:
    "People scan it first, to be on the same network. It stays in this page alone and goes when the page is closed.",
  wifiName: "Name of the network",
  wifiPassword: "Password, if it has one",
  wifiShow: "Show it",
  wifiHide: "Show it no more",
  wifiQr: (name: string) => `QR code for the Wi-Fi ${name}`,
  wifiFirst: "First the Wi-Fi",
} as const;
