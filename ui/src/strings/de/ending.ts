/** Sentences of a pad's end while it lives: the host's last word, and the last call. */
import type { Said } from "..";
import type { call as englishCall, end as englishEnd } from "../en/ending";
import { long, people } from "./numbers";

/** What is left of the text after its end. */
export const afterwards = (saves: boolean): string =>
  saves
    ? ". Der Computer des Hosts behält eine Kopie davon als Datei."
    : ", und Fadepad kann ihn nicht zurückholen.";

const after = (saves: boolean): string =>
  saves
    ? "Danach hat der Computer des Hosts eine Kopie davon als Datei."
    : "Danach kann Fadepad es nicht zurückholen.";

export const end: Said<typeof englishEnd> = {
  title: "Dieses Pad für alle beenden?",
  body: (n: number, seconds: number, saves: boolean) =>
    `${n > 1 ? `${people(n)} sind da. Alle bekommen` : "Sonst ist niemand da. Wer noch kommt, bekommt"} ` +
    `eine Kopie angeboten: ${long(seconds)} lang, oder bis alle geantwortet haben. ` +
    "So lange lässt sich das Ende noch aufhalten. " +
    `Danach wird der Text aus dem Speicher gelöscht und aus den Seiten, die ihn zeigen${afterwards(saves)}`,
  bodyAtOnce: (n: number, saves: boolean) =>
    `${n > 1 ? `${people(n)} sind da, und niemand bekommt eine Kopie angeboten` : "Sonst ist niemand da"}: ` +
    `Der Text wird sofort gelöscht, aus dem Speicher und aus den Seiten, die ihn zeigen${afterwards(saves)}`,
  copy: "Erst als Markdown-Datei speichern",
  confirm: "Ja, es soll enden",
  now: "Jetzt beenden",
  stay: "Noch nicht",
  failed: "Keine Verbindung. Das Pad lässt sich beenden, sobald sie zurück ist.",
};

export const call: Said<typeof englishCall> = {
  title: {
    soon: "Dieses Pad endet bald",
    leaving: "Außer Ihnen ist niemand mehr da",
    unsent: "Es ist nicht alles angekommen",
  },
  ends: (name: string) => `${name} beendet dieses Pad`,
  youEnd: "Sie beenden dieses Pad",
  why: {
    host: "Der Host beendet dieses Pad",
    stop: "Fadepad wird beendet, und damit dieses Pad",
    announced: "Dieses Pad endet jetzt, wie vom Host festgelegt",
    max_lifetime: "Länger kann dieses Pad nicht bleiben",
  },
  lead: "Dann ist der Text weg. Nehmen Sie eine Kopie mit, wenn Sie ihn brauchen.",
  leadKept:
    "Dann wird der Text hier gelöscht, und der Computer des Hosts behält eine Kopie. " +
    "Nehmen Sie eine mit, wenn Sie ihn brauchen.",
  seconds: (n: number) => (n === 1 ? "Sekunde" : "Sekunden"),
  minutes: "Minuten",
  copied: "Kopiert. Lässt sich überall einfügen",
  file: "Als Datei speichern",
  fileHint: "Word, Webseite, Kapsel und andere",
  fileForm: "Welche Datei?",
  forms: { markdown: "Markdown", docx: "Word", page: "Webseite", capsule: "Kapsel" },
  fileKept: "Gespeichert. Die Datei liegt bei Ihren Downloads",
  none: "Brauche ich nicht",
  noneHint: "Auf diesem Gerät bleibt nichts davon",
  fadeHint: "Es endet, bald nachdem alle geantwortet haben",
  another: "Um eine weitere Minute bitten",
  anotherGiven: "Alle haben noch eine Minute. ",
  /** `asked`: whether who reads this is among them. */
  answered: (n: number, of: number, asked: boolean) => {
    const now = "Das Pad endet gleich.";
    if (of === 0) return `Sonst wird niemand gefragt. ${now}`;
    if (of === 1) {
      if (n === of) return `${asked ? "Ihre Antwort" : "Die eine Antwort"} ist da. ${now}`;
      return `Sobald ${asked ? "Ihre Antwort" : "die eine Antwort"} da ist, endet das Pad bald.`;
    }
    if (n === of) return `Alle haben geantwortet. ${now}`;
    const some = `${n} von ${of} ${n === 1 ? "hat" : "haben"} geantwortet.`;
    return `${some} Sobald alle Antworten da sind, endet das Pad bald.`;
  },
  back: "Zurück zum Text",
  soon: (time: string) =>
    `Es bleibt nur noch bis ${time}, auch wenn noch jemand da ist. ` +
    "Nehmen Sie eine Kopie mit, wenn Sie den Text brauchen.",
  leaving: (ttl: number, saves: boolean) =>
    `Wenn Sie gehen, verblasst dieses Pad in ${long(ttl)}. ${after(saves)}`,
  leavingUntil: (time: string, saves: boolean) =>
    `Wenn Sie gehen, bleibt dieses Pad bis ${time}. ${after(saves)}`,
  leavingKept:
    "Wenn Sie gehen, bleibt dieses Pad, bis der Host es beendet, oder so lange, wie ein Pad höchstens bleiben kann.",
  unsent: (time: string) =>
    `Was Sie seit ${time} Uhr geschrieben haben, steht nur auf dieser Seite. Wenn Sie jetzt gehen, ist es verloren.`,
  leftOut: (time: string) =>
    `Einiges, was Sie seit ${time} Uhr geschrieben haben, steht nicht im Pad, sondern nur auf dieser Seite. ` +
    "Wenn Sie jetzt gehen, ist es verloren. Kopieren Sie es aus der Zeile über dem Text.",
  copy: "Text kopieren",
  copyHint: "Markdown, zum Einfügen überall",
  keep: "Markdown-Datei speichern",
  keepHint: "Reiner Text für Notizen und Tickets",
  page: "Webseite speichern",
  pageHint: "Öffnet in jedem Browser, ohne Netz",
  others: "Andere Formen…",
  othersHint: "Word, PDF, eine Kapsel zum Weiterschreiben",
  letFade: "Verblassen lassen",
  goOn: "Zurück zum Text",
  stop: "Offen halten",
  stopped: "Dieses Pad bleibt.",
  stay: "Bleiben",
  leave: "Trotzdem gehen",
  foot: (pad: string, when: string) => `${pad}, aus Fadepad mitgenommen am ${when}.`,
};
