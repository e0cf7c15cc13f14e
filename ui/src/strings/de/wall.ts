/** Every sentence on the wall. Apart from the others, because only the projector page loads it. */
import type { Said } from "..";
import type { wall as english } from "../en/wall";
import { long, longLeft } from "./numbers";

/** Held together: where the line is short, it breaks between the sentences. */
const stored = (saves: boolean): string =>
  saves ? "Der\u00a0Host\u00a0behält\u00a0eine\u00a0Kopie." : "Nichts\u00a0wird\u00a0gespeichert.";

export const wall: Said<typeof english> = {
  scan: "Scannen oder eingeben",
  scanRead: "Scannen und mitlesen",
  after: "Dann scannen oder eingeben",
  afterRead: "Dann scannen und mitlesen",
  here: (name: string) => `${name} ist da`,
  /** After a name. */
  isHere: "ist da",
  /** After the name of the only one; after how many, where they are more. */
  asks: "möchte schreiben",
  ask: (n: number) => `${n} möchten schreiben:`,
  nobody: "Noch ist niemand da.",
  alive: (ttl: number, saves: boolean) =>
    `Bleibt, solange jemand da ist, dann noch ${long(ttl)}. ${stored(saves)}`,
  stored,
  blocked:
    "Dieses Netz zeigt die Wand, aber nicht, wer da ist. Öffnen Sie sie auf einem anderen Weg.",
  fading: (left: number) => `Niemand ist da. Dieses Pad verblasst in ${longLeft(left)}.`,
  knocks: (n: number) =>
    n === 1 ? "1 Person wartet vor der Tür" : `${n} Personen warten vor der Tür`,
  letsIn: "Der Host lässt herein.",
  pin: "und die PIN, vom Host",
  knockFirst: "Wer neu ist, klopft an, und der Host lässt herein.",
  closed: "Die Tür ist zu: Neu kommt jetzt niemand herein.",
  tools: "Diese Wand",
  /** A button that is pressed while it is shown. */
  text: "Text",
  theText: "Der Text",
  headings: "Überschriften",
  empty: "Noch steht hier nichts.",
  /** Whom it follows. */
  shows: (name: string) => `${name} zeigt`,
  /** To everyone who writes. */
  told: "Der Text steht jetzt an der Wand: Alle im Raum können ihn lesen.",
  toldNoMore: "Der Text steht nicht mehr an der Wand.",
  full: "Vollbild",
  light: "Hell",
  dark: "Dunkel",
  wifi: "WLAN…",
  wifiTitle: "Auch einen WLAN-Code zeigen",
  wifiLead:
    "Dieser Code wird zuerst gescannt, damit alle im selben Netz sind. Er steht nur auf dieser Seite und verschwindet, " +
    "wenn sie geschlossen wird.",
  wifiName: "Name des Netzes",
  wifiPassword: "Passwort, falls es eines hat",
  wifiShow: "Zeigen",
  wifiHide: "Nicht mehr zeigen",
  wifiQr: (name: string) => `QR-Code für das WLAN ${name}`,
  wifiFirst: "Zuerst das WLAN",
};
