/** What went wrong, and the way on. */
import type { Said } from "..";
import type { trouble as english } from "../en/trouble";

export const trouble: Said<typeof english> = {
  key: [
    "Dieser Link öffnet das Pad nicht",
    "Vielleicht ist er abgeschnitten, oder er gehört zu einem Pad, das zu Ende ist. " +
      "Fragen Sie nach einem neuen, oder geben Sie den Code ein.",
  ],
  noKey: [
    "In diesem Link fehlt etwas",
    "Der Teil nach „#“ lässt Sie herein. Fragen Sie nach dem ganzen Link, oder geben Sie den Code ein.",
  ],
  unknown: [
    "Ein Pad mit diesem Namen gibt es hier nicht",
    "Vielleicht ist es zu Ende, oder es ist auf einem anderen Computer.",
  ],
  full: ["Dieses Pad ist voll", "Jemand muss gehen, bevor Sie hereinkommen können."],
  forbidden: [
    "Sie können gerade nicht herein",
    "Der Host hat die Tür geschlossen oder Sie hinausgebeten.",
  ],
  shownOut: [
    "Der Host hat Sie hinausgebeten",
    "Zurück kommen Sie nur, wenn der Host Sie hereinlässt.",
  ],
  newLinks: [
    "Der Host hat neue Links gemacht",
    "Ihrer gehört zu den alten. Scannen Sie den Code noch einmal, oder geben Sie ihn ein, " +
      "und es geht weiter, wo Sie waren.",
  ],
  wait: ["Noch nicht", "Warten Sie eine Minute, und versuchen Sie es dann noch einmal."],
  closed: [
    "Dieses Pad nimmt gerade keine neuen Personen auf",
    "Fragen Sie den Host. Wer schon da war, kommt herein wie zuvor.",
  ],
  broken: [
    "Etwas lässt sich hier nicht zeigen",
    "Der Text ist sicher, wo er ist. Öffnen Sie das Pad neu, um weiterzumachen.",
  ],
  tooLarge: [
    "Das war zu groß für das Pad",
    "Es wurde nicht angenommen. Die Seite hat angehalten, damit Ihr Text und der der anderen gleich bleiben.",
  ],
  notKept: [
    "Etwas hier kann nicht im Pad bleiben",
    "Nicht alle hätten es sehen können. Die Seite hat angehalten, damit Ihr Text und der der anderen gleich bleiben.",
  ],
  malformed: [
    "Etwas hier kann das Pad nicht lesen",
    "Die Seite hat angehalten, damit Ihr Text und der der anderen gleich bleiben.",
  ],
  offline: [
    "Fadepad ist nicht erreichbar",
    "Ist dieses Gerät noch im selben Netz wie der Computer, der das Pad teilt?",
  ],
  used: [
    "Dieser Link wurde schon benutzt",
    "Der eigene Link des Hosts öffnet das Pad einmal, auf dem eigenen Computer des Hosts. " +
      "Der nächste steht dort, wo Fadepad gestartet wurde.",
  ],
  notHere: [
    "Unter dieser Adresse ist nichts",
    "Pads öffnen sich mit einem Link, einem QR-Code oder einem Code aus sechs Zeichen.",
  ],
  again: "Erneut versuchen",
  knock: "Anklopfen",
  /** Where that can be asked for. */
  back: "Um Einlass bitten",
  lastWords: "Was Sie zuletzt geschrieben haben, wurde nicht angenommen: Kopieren Sie es.",
  start: "Code eingeben",
  load: "Pad neu öffnen",
};
