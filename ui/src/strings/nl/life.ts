/** How long a pad lives, and what its host decides about that. */
import type { Said } from "..";
import type { life as englishLife, steer as englishSteer } from "../en/life";
import { afterwards } from "./ending";
import { long, short } from "./numbers";

export const life: Said<typeof englishLife> = {
  label: "Hoelang dit blad blijft",
  title: "Hoelang dit blad blijft",
  alive: (ttl: number) => `Blijft zolang er iemand is, dan nog ${short(ttl)}`,
  alivePhone: "Blijft zolang er iemand is",
  until: (time: string) => `Blijft tot ${time}`,
  kept: "Blijft zolang de host wil",
  ends: (left: string) => `Eindigt over ${left}`,
  fades: (left: string) => `Vervaagt over ${left}`,
  connecting: "Openen…",
  lost: "Opnieuw verbinden…",
  ended: "Afgelopen",
  what: (ttl: number, saves: boolean) =>
    `Als iedereen weg is, blijft de tekst nog ${long(ttl)}. ` +
    `Dan wordt hij uit het geheugen gewist${afterwards(saves)}`,
  whatUntil: (time: string, saves: boolean) =>
    `Het blad blijft tot ${time}, of er nu iemand is of niet. ` +
    `Dan wordt de tekst uit het geheugen gewist${afterwards(saves)}`,
  whatKept: (hardEnd: string | null) =>
    "Het blad blijft zolang de host wil, ook als er niemand is, maar niet langer dan " +
    `${hardEnd ? `tot ${hardEnd}` : "een blad kan blijven"}. ` +
    "Iedereen hier hoort het van tevoren.",
  hard: (time: string) => `Het blijft hoogstens tot ${time}, ook als er dan nog iemand is.`,
  where: (saves: boolean) =>
    "De tekst staat in het geheugen van de computer die dit blad deelt, en op de pagina’s die het tonen. " +
    (saves
      ? "Fadepad schrijft hem pas op een schijf als het blad eindigt."
      : "Fadepad schrijft hem op geen enkele schijf."),
  whoDecides: "De host bepaalt hoelang het blijft. Iedereen hier ziet het meteen.",
  saved: "Alles wat je schreef, is daar aangekomen.",
  sending: "Wat je schreef, wordt verstuurd…",
  held: "Wat je het laatst schreef, komt er niet door: het staat alleen op deze pagina.",
  waiting: "Wat je schreef, wacht op deze pagina tot de verbinding terug is.",
  reading: "Je kunt hier lezen.",
};

export const steer: Said<typeof englishSteer> = {
  detour: "Dit netwerk laat geen live verbinding door. Alles komt toch aan, alleen iets later.",
  label: "Dit blad bewaren",
  fade: "Zolang in gebruik",
  until: "Tot een tijdstip",
  keep: "Zolang ik wil",
  graces: "Als iedereen weg is",
  grace: (ttl: number) => `nog ${long(ttl)} als iedereen weg is`,
  time: "Bewaren tot",
  set: "Instellen",
  untilHint: "Dan eindigt het, ook als er nog iemand is.",
  tomorrow: "Dat is morgen.",
  tooLate: (hardEnd: string | null) =>
    "Zo lang kan dit blad niet blijven. Het blijft " +
    `${hardEnd ? `tot ${hardEnd}` : "zo lang als het kan"}, en iedereen hoort het voor het eindigt.`,
  keepHint: (hardEnd: string | null) =>
    "Het blijft ook als iedereen weg is, maar niet langer dan " +
    `${hardEnd ? `tot ${hardEnd}` : "een blad kan blijven"}.`,
};
