/** Letting others in; fetched only then. */
import { DEVICES, shortLeft } from "./numbers";

export const share = {
  title: "Let people in",
  write: "Can write",
  read: "Can read",
  mode: "What they can do",
  qr: (url: string) => `QR code for ${url}`,
  code: (code: string) => `Code ${code.split("").join(" ")}`,
  readHint: "Whoever scans this reads along and writes nothing.",
  readPin:
    "Whoever scans this reads along and writes nothing. The PIN is asked with the code alone.",
  proof: (device: string, ago: number) =>
    `${DEVICES[device] ?? "Another device"} got through, ${shortLeft(ago)} ago`,
  blocked: "No other device has opened this address yet. What may be in the way:",
  noProof: "No other device has opened this address yet.",
  encrypted: "Encrypted. Browsers warn of it once",
  compare:
    "This Fadepad made its certificate itself. Before going on past the warning, compare its SHA‑256. " +
    "iPhones and iPads can’t join this way.",
  /** Beside the code. */
  pin: "and the PIN",
  door: "New people",
  /** In two words, and what it means. */
  doors: {
    open: ["Come in", "New people come in by code or link."],
    knock: ["Knock", "New people wait until you let them in."],
    closed: ["Stay out", "Nobody new comes in, and nobody has to go."],
  },
  pins: {
    /** By how new people come in. */
    none: {
      open: "Whoever has the code comes in without a PIN.",
      knock: "Whoever has the code knocks without a PIN.",
      closed: "No PIN is set.",
    },
    asked: {
      open: "Whoever has the code is asked for the PIN, too.",
      knock: "Whoever has the code is asked for the PIN, then knocks.",
      closed: "A PIN is set.",
    },
    set: "Set a PIN",
    another: "Another PIN",
    away: "No PIN",
    done: "Ask for it",
    leave: "Leave it",
  },
  pinHint: "Tell it to those in the room: it is shown nowhere.",
  pinOdd: "A PIN has 4 to 64 letters, digits or signs.",
  doorFailed: "That did not work. Try again in a moment.",
  copy: "Copy link",
  copied: "Copied",
  cantCopy: "Copy this link",
  network: (name: string) => `Network ${name}`,
  wall: "Show on a wall",
  textOnWalls: "Show the text there, too",
  textOnWallsHint: "Everyone here is told. Whoever sees the wall reads along.",
  failed: "The address can’t be shown at the moment. Try again when the connection is back.",
  loading: "Getting the address…",
  device: "Another device of yours?",
} as const;
