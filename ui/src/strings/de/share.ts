/** Letting others in. */
import type { Said } from "..";
import type { share as english } from "../en/share";
import { DEVICES, shortLeft } from "./numbers";

export const share: Said<typeof english> = {
  title: "Andere hereinlassen",
  write: "Schreiben",
  read: "Nur lesen",
  mode: "Was sie dürfen",
  qr: (url: string) => `QR-Code für ${url}`,
  code: (code: string) => `Code ${code.split("").join(" ")}`,
  readHint: "Wer das scannt, liest mit und schreibt nichts.",
  readPin: "Wer das scannt, liest mit und schreibt nichts. Die PIN gehört nur zum Code.",
  proof: (device: string, ago: number) =>
    `${DEVICES[device] ?? "Ein anderes Gerät"} ist durchgekommen, vor ${shortLeft(ago)}`,
  blocked: "Noch hat kein anderes Gerät diese Adresse geöffnet. Was im Weg sein kann:",
  noProof: "Noch hat kein anderes Gerät diese Adresse geöffnet.",
  encrypted: "Verschlüsselt. Browser warnen beim ersten Mal",
  compare:
    "Dieses Fadepad hat sein Zertifikat selbst gemacht. Vergleichen Sie den SHA‑256, bevor Sie über die Warnung hinweggehen. " +
    "iPhones und iPads kommen so nicht herein.",
  /** Beside the code. */
  pin: "und die PIN",
  door: "Wer neu kommt",
  /** In two words, and what it means. */
  doors: {
    open: ["Kommt rein", "Wer neu ist, kommt mit Code oder Link herein."],
    knock: ["Klopft an", "Wer neu ist, wartet, bis Sie öffnen."],
    closed: ["Bleibt draußen", "Neu kommt niemand herein, und gehen muss niemand."],
  },
  pins: {
    /** By how new people come in. */
    none: {
      open: "Wer den Code hat, kommt ohne PIN herein.",
      knock: "Wer den Code hat, klopft ohne PIN an.",
      closed: "Es ist keine PIN gesetzt.",
    },
    asked: {
      open: "Wer den Code hat, wird auch nach der PIN gefragt.",
      knock: "Wer den Code hat, wird nach der PIN gefragt und klopft dann an.",
      closed: "Es ist eine PIN gesetzt.",
    },
    set: "PIN setzen",
    another: "Andere PIN",
    away: "Keine PIN",
    done: "Übernehmen",
    leave: "Abbrechen",
  },
  pinHint: "Sagen Sie sie den Anwesenden: Gezeigt wird sie nirgends.",
  pinOdd: "Eine PIN hat 4 bis 64 Buchstaben, Ziffern oder Zeichen.",
  doorFailed: "Das hat nicht geklappt. Bitte gleich noch einmal versuchen.",
  copy: "Link kopieren",
  copied: "Kopiert",
  cantCopy: "Diesen Link kopieren",
  network: (name: string) => `Netz ${name}`,
  wall: "An der Wand zeigen",
  textOnWalls: "Dort auch den Text zeigen",
  textOnWallsHint: "Alle hier erfahren es. Wer die Wand sieht, liest mit.",
  failed:
    "Die Adresse lässt sich gerade nicht zeigen. Versuchen Sie es wieder, wenn die Verbindung zurück ist.",
  loading: "Die Adresse wird geholt…",
  device: "Ein weiteres Gerät von Ihnen?",
};
