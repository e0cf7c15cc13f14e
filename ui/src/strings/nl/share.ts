/** Letting others in. */
import type { Said } from "..";
import type { share as english } from "../en/share";
import { DEVICES, shortLeft } from "./numbers";

export const share: Said<typeof english> = {
  title: "Anderen binnenlaten",
  write: "Schrijven",
  read: "Lezen",
  mode: "Wat ze kunnen",
  qr: (url: string) => `QR-code voor ${url}`,
  code: (code: string) => `Code ${code.split("").join(" ")}`,
  readHint: "Wie dit scant, leest mee en schrijft niets.",
  readPin: "Wie dit scant, leest mee en schrijft niets. De PIN hoort alleen bij de code.",
  proof: (device: string, ago: number) =>
    `${DEVICES[device] ?? "Een ander apparaat"} kwam erdoor, ${shortLeft(ago)} geleden`,
  blocked: "Nog geen ander apparaat heeft dit adres geopend. Wat in de weg kan zitten:",
  noProof: "Nog geen ander apparaat heeft dit adres geopend.",
  encrypted: "Versleuteld. Browsers waarschuwen één keer",
  compare:
    "Deze Fadepad heeft zijn certificaat zelf gemaakt. Vergelijk de SHA‑256 voordat je voorbij de waarschuwing gaat. " +
    "iPhones en iPads kunnen zo niet meedoen.",
  /** Beside the code. */
  pin: "en de PIN",
  door: "Wie nieuw is",
  /** In two words, and what it means. */
  doors: {
    open: ["Komt binnen", "Wie nieuw is, komt binnen met de code of de link."],
    knock: ["Klopt aan", "Wie nieuw is, wacht tot jij opendoet."],
    closed: ["Blijft buiten", "Er komt niemand meer bij, en niemand hoeft weg."],
  },
  pins: {
    /** By how new people come in. */
    none: {
      open: "Wie de code heeft, komt binnen zonder PIN.",
      knock: "Wie de code heeft, klopt aan zonder PIN.",
      closed: "Er is geen PIN ingesteld.",
    },
    asked: {
      open: "Wie de code heeft, moet ook de PIN weten.",
      knock: "Wie de code heeft, moet ook de PIN weten, en klopt dan aan.",
      closed: "Er is een PIN ingesteld.",
    },
    set: "PIN instellen",
    another: "Andere PIN",
    away: "Geen PIN",
    done: "Vragen",
    leave: "Annuleren",
  },
  pinHint: "Vertel hem aan wie in de ruimte is: hij wordt nergens getoond.",
  pinOdd: "Een PIN heeft 4 tot 64 letters, cijfers of tekens.",
  doorFailed: "Dat is niet gelukt. Probeer het zo nog eens.",
  copy: "Link kopiëren",
  copied: "Gekopieerd",
  cantCopy: "Kopieer deze link",
  network: (name: string) => `Netwerk ${name}`,
  wall: "Op groot scherm",
  textOnWalls: "Daar ook de tekst tonen",
  textOnWallsHint: "Iedereen hier krijgt het te horen. Wie het grote scherm ziet, leest mee.",
  failed: "Het adres is nu niet te tonen. Probeer het weer als de verbinding terug is.",
  loading: "Het adres wordt opgehaald…",
  device: "Nog een apparaat van jou?",
};
