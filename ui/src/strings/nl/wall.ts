/** Every sentence on the wall. Apart from the others, because only the projector page loads it. */
import type { Said } from "..";
import type { wall as english } from "../en/wall";
import { long, longLeft } from "./numbers";

/** Held together: where the line is short, it breaks between the sentences. */
const stored = (saves: boolean): string =>
  saves
    ? "De\u00a0host\u00a0bewaart\u00a0een\u00a0kopie."
    : "Er\u00a0wordt\u00a0niets\u00a0opgeslagen.";

export const wall: Said<typeof english> = {
  scan: "Scan, of typ",
  scanRead: "Scan om mee te lezen",
  after: "Scan daarna, of typ",
  afterRead: "Scan daarna om mee te lezen",
  here: (name: string) => `${name} is er`,
  /** After a name. */
  isHere: "is er",
  /** After the name of the only one; after how many, where they are more. */
  asks: "wil schrijven",
  ask: (n: number) => `${n} willen schrijven:`,
  nobody: "Er is nog niemand.",
  alive: (ttl: number, saves: boolean) =>
    `Blijft zolang er iemand is, dan nog ${long(ttl)}. ${stored(saves)}`,
  stored,
  blocked: "Dit netwerk toont deze pagina, maar niet wie er is. Open die via een andere weg.",
  fading: (left: number) => `Er is niemand. Dit blad vervaagt over ${longLeft(left)}.`,
  knocks: (n: number) =>
    n === 1 ? "1 persoon wacht voor de deur" : `${n} personen wachten voor de deur`,
  letsIn: "De host laat binnen.",
  pin: "en de PIN, van de host",
  knockFirst: "Wie nieuw is, klopt aan, en de host doet open.",
  closed: "De deur is dicht: er komt niemand meer bij.",
  tools: "Dit grote scherm",
  /** A button that is pressed while it is shown. */
  text: "Tekst",
  theText: "De tekst",
  headings: "Koppen",
  empty: "Er staat nog niets.",
  /** Whom it follows. */
  shows: (name: string) => `${name} laat zien`,
  /** To everyone who writes. */
  told: "De tekst staat nu op het grote scherm: iedereen in de ruimte kan hem lezen.",
  toldNoMore: "De tekst staat niet meer op het grote scherm.",
  full: "Volledig scherm",
  light: "Licht",
  dark: "Donker",
  wifi: "Wifi…",
  wifiTitle: "Ook een wifi-code tonen",
  wifiLead:
    "Die wordt het eerst gescand, zodat iedereen op hetzelfde netwerk zit. Hij staat alleen op deze pagina " +
    "en verdwijnt als die wordt gesloten.",
  wifiName: "Naam van het netwerk",
  wifiPassword: "Wachtwoord, als er een is",
  wifiShow: "Tonen",
  wifiHide: "Niet meer tonen",
  wifiQr: (name: string) => `QR-code voor wifi ${name}`,
  wifiFirst: "Eerst de wifi",
};
