/** How long a pad lives, and what its host decides about that. */
import type { Said } from "..";
import type { life as englishLife, steer as englishSteer } from "../en/life";
import { afterwards } from "./ending";
import { long, short } from "./numbers";

export const life: Said<typeof englishLife> = {
  label: "Quanto resta questo foglio",
  title: "Quanto resta questo foglio",
  alive: (ttl: number) => `Resta finché c’è qualcuno, poi ${short(ttl)}`,
  alivePhone: "Resta finché c’è qualcuno",
  until: (time: string) => `Finisce ${time}`,
  kept: "Resta finché l’host vuole",
  ends: (left: string) => `Finisce tra ${left}`,
  fades: (left: string) => `Svanisce tra ${left}`,
  connecting: "Apertura…",
  lost: "Riconnessione…",
  ended: "Finito",
  what: (ttl: number, saves: boolean) =>
    `Quando non c’è più nessuno, il testo resta ancora ${long(ttl)}. ` +
    `Poi viene cancellato dalla memoria${afterwards(saves)}`,
  whatUntil: (time: string, saves: boolean) =>
    `Il foglio finisce ${time}, che ci sia qualcuno o no. ` +
    `Allora il testo viene cancellato dalla memoria${afterwards(saves)}`,
  whatKept: (hardEnd: string | null) =>
    "Il foglio resta finché l’host vuole, anche quando non c’è nessuno. " +
    `In ogni caso finisce ${hardEnd ?? "quando è passato il tempo massimo"}; ` +
    "chi è qui lo saprà prima.",
  hard: (time: string) => `Finisce ${time}, anche se c’è ancora qualcuno.`,
  where: (saves: boolean) =>
    "Il testo è nella memoria del computer che condivide questo foglio, e nelle pagine che lo mostrano. " +
    (saves
      ? "Fadepad lo scrive su un disco quando il foglio finisce, e non prima."
      : "Fadepad non lo scrive su nessun disco."),
  whoDecides: "L’host decide quanto resta. Chi è qui lo vede subito.",
  saved: "Tutto quello che hai scritto è arrivato lì.",
  sending: "Invio di quello che hai scritto…",
  held: "Quello che hai scritto per ultimo non passa: è solo in questa pagina.",
  waiting: "Quello che hai scritto aspetta in questa pagina che torni la connessione.",
  reading: "Qui puoi leggere.",
};

export const steer: Said<typeof englishSteer> = {
  detour:
    "Questa rete non fa passare connessioni in diretta. Tutto arriva lo stesso, solo un po’ più tardi.",
  label: "Tieni questo foglio",
  fade: "Finché serve",
  until: "Fino alle…",
  keep: "Finché voglio",
  graces: "Quando non c’è più nessuno",
  grace: (ttl: number) => `ancora ${long(ttl)} quando non c’è più nessuno`,
  time: "Tieni fino alle",
  set: "Imposta",
  untilHint: "Allora finisce, anche se c’è ancora qualcuno.",
  tomorrow: "È domani.",
  tooLate: (hardEnd: string | null) =>
    "Questo foglio non può restare così a lungo. " +
    `${hardEnd ? `Finisce ${hardEnd}` : "Resta il più a lungo possibile"}, e prima lo sapranno tutti.`,
  keepHint: (hardEnd: string | null) =>
    "Resta anche quando non c’è più nessuno. In ogni caso finisce " +
    `${hardEnd ?? "quando è passato il tempo massimo"}.`,
};
