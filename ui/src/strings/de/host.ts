/** Every sentence on the host's page. Apart from the others, because only a host's browser loads it. */
import type { Said } from "..";
import type { host as english } from "../en/host";
import { afterwards } from "./ending";
import { long, people } from "./numbers";

/** What those who are here get before the end. */
function offered(n: number, lastCall: number | null): string {
  if (n === 0 || lastCall === null) return "";
  return lastCall === 0
    ? " Niemand bekommt eine Kopie angeboten."
    : ` Alle bekommen eine Kopie angeboten: ${long(lastCall)} lang, oder bis alle geantwortet haben.`;
}

export const host: Said<typeof english> = {
  title: "Pads auf diesem Computer",
  newPad: "Neues Pad",
  asking: "Ihre Pads werden gesucht…",
  empty: "Hier ist kein Pad offen.",
  away: "Fadepad ist nicht erreichbar. Was Sie hier sehen, kann sich geändert haben.",
  failed: "Das hat nicht geklappt. Bitte gleich noch einmal versuchen.",
  nobody: "niemand da",
  elsewhere: "woanders begonnen",
  knocks: (n: number) => `${people(n)} ${n === 1 ? "möchte" : "möchten"} herein`,
  letIn: "Antworten",
  letInOne: (pad: string) => `Antworten: Jemand möchte in ${pad} herein`,
  keep: "Offen halten",
  keepOne: (pad: string) => `Offen halten: ${pad}`,
  more: (pad: string) => `Mehr zu ${pad}`,
  open: "Öffnen",
  rename: "Umbenennen…",
  renameTitle: (pad: string) => `${pad} umbenennen`,
  renameLabel: "Was alle lesen",
  renameHint:
    "Links und Code bleiben, wie sie sind. Leer gelassen gilt wieder der eigentliche Name.",
  renameDone: "Umbenennen",
  join: "Einem anderen Pad beitreten",
  foot: (saves: boolean) =>
    saves
      ? "Text liegt im Arbeitsspeicher, und wenn sein Pad zu Ende ist, hier in Dateien. Wird Fadepad beendet, enden alle Pads."
      : "Text liegt nur im Arbeitsspeicher. Wird Fadepad beendet, enden alle Pads hier.",
  endTitle: (pad: string) => `${pad} für alle beenden?`,
  /** `lastCall`: how long everyone is offered a copy (seconds); `null` before it is known. */
  endBody: (n: number, lastCall: number | null, saves: boolean) =>
    `${n === 0 ? "Niemand ist da." : `${people(n)} ${n === 1 ? "ist" : "sind"} da.`}${offered(n, lastCall)} ` +
    `Dann wird der Text aus dem Speicher gelöscht und aus den Seiten, die ihn zeigen${afterwards(saves)}` +
    (saves ? "" : " Wer selbst eine Kopie behalten möchte, öffnet das Pad vorher."),
};
