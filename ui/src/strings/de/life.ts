/** How long a pad lives, and what its host decides about that. */
import type { Said } from "..";
import type { life as englishLife, steer as englishSteer } from "../en/life";
import { afterwards } from "./ending";
import { long, short } from "./numbers";

export const life: Said<typeof englishLife> = {
  label: "Wie lange dieses Pad bleibt",
  title: "Wie lange dieses Pad bleibt",
  alive: (ttl: number) => `Bleibt, solange jemand da ist, dann noch ${short(ttl)}`,
  alivePhone: "Bleibt, solange jemand da ist",
  until: (time: string) => `Bleibt bis ${time}`,
  kept: "Bleibt, bis der Host es beendet",
  ends: (left: string) => `Endet in ${left}`,
  fades: (left: string) => `Verblasst in ${left}`,
  connecting: "Wird geöffnet…",
  lost: "Verbindet neu…",
  ended: "Beendet",
  what: (ttl: number, saves: boolean) =>
    `Wenn niemand mehr da ist, bleibt der Text noch ${long(ttl)}. ` +
    `Dann wird er aus dem Speicher gelöscht${afterwards(saves)}`,
  whatUntil: (time: string, saves: boolean) =>
    `Das Pad bleibt bis ${time}, ob jemand da ist oder nicht. ` +
    `Dann wird sein Text aus dem Speicher gelöscht${afterwards(saves)}`,
  whatKept: (hardEnd: string | null) =>
    "Das Pad bleibt, bis der Host anders entscheidet, auch wenn niemand da ist, längstens aber " +
    `${hardEnd ? `bis ${hardEnd}` : "so lange, wie ein Pad bleiben kann"}. ` +
    "Alle hier erfahren vorher davon.",
  hard: (time: string) => `Es bleibt längstens bis ${time}, auch wenn noch jemand da ist.`,
  where: (saves: boolean) =>
    "Der Text liegt im Arbeitsspeicher des Computers, der dieses Pad teilt, und in den Seiten, die es zeigen. " +
    (saves
      ? "Fadepad schreibt ihn erst auf eine Festplatte, wenn das Pad endet."
      : "Fadepad schreibt ihn auf keine Festplatte."),
  whoDecides: "Der Host entscheidet, wie lange es bleibt. Alle hier sehen es sofort.",
  saved: "Alles, was Sie geschrieben haben, ist dort angekommen.",
  sending: "Ihr Text wird gesendet…",
  held: "Was Sie zuletzt geschrieben haben, kommt nicht durch: Es steht nur auf dieser Seite.",
  waiting: "Was Sie geschrieben haben, wartet auf dieser Seite, bis die Verbindung zurück ist.",
  reading: "Hier können Sie lesen.",
};

export const steer: Said<typeof englishSteer> = {
  detour:
    "Dieses Netz lässt keine Live-Verbindung durch. Alles kommt trotzdem an, nur etwas später.",
  label: "Dieses Pad behalten",
  fade: "Solange genutzt",
  until: "Bis zur Uhrzeit",
  keep: "Bis ich es beende",
  graces: "Wenn niemand mehr da ist",
  grace: (ttl: number) => `noch ${long(ttl)}, wenn niemand mehr da ist`,
  time: "Behalten bis",
  set: "Setzen",
  untilHint: "Dann endet es, auch wenn noch jemand da ist.",
  tomorrow: "Das ist morgen.",
  tooLate: (hardEnd: string | null) =>
    "So lange kann dieses Pad nicht bleiben. Es bleibt " +
    `${hardEnd ? `bis ${hardEnd}` : "so lange wie möglich"}, und alle erfahren vor dem Ende davon.`,
  keepHint: (hardEnd: string | null) =>
    "Es bleibt, auch wenn niemand mehr da ist, längstens aber " +
    `${hardEnd ? `bis ${hardEnd}` : "so lange, wie ein Pad bleiben kann"}.`,
};
