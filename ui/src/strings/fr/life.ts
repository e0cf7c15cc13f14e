/** How long a pad lives, and what its host decides about that. */
import type { Said } from "..";
import type { life as englishLife, steer as englishSteer } from "../en/life";
import { afterwards } from "./ending";
import { long, short } from "./numbers";

export const life: Said<typeof englishLife> = {
  label: "Combien de temps ce pad reste ouvert",
  title: "Combien de temps ce pad reste ouvert",
  alive: (ttl: number) => `Reste tant que quelqu’un est là, puis ${short(ttl)}`,
  alivePhone: "Reste tant que quelqu’un est là",
  until: (time: string) => `Reste jusqu’à ${time}`,
  kept: "Reste tant que l’hôte le veut",
  ends: (left: string) => `Se termine dans ${left}`,
  fades: (left: string) => `S’efface dans ${left}`,
  connecting: "Ouverture…",
  lost: "Reconnexion…",
  ended: "Terminé",
  what: (ttl: number, saves: boolean) =>
    `Quand la dernière personne est partie, le texte reste encore ${long(ttl)}. ` +
    `Ensuite, il est effacé de la mémoire${afterwards(saves)}`,
  whatUntil: (time: string, saves: boolean) =>
    `Le pad reste jusqu’à ${time}, qu’il y ait quelqu’un ou non. ` +
    `Ensuite, son texte est effacé de la mémoire${afterwards(saves)}`,
  whatKept: (hardEnd: string | null) =>
    "Le pad reste tant que l’hôte le veut, même quand il n’y a personne, mais au plus " +
    `${hardEnd ? `jusqu’à ${hardEnd}` : "aussi longtemps qu’un pad peut rester"}. ` +
    "Tout le monde ici sera prévenu avant.",
  hard: (time: string) => `Il reste au plus jusqu’à ${time}, même s’il y a encore quelqu’un.`,
  where: (saves: boolean) =>
    "Le texte est dans la mémoire de l’ordinateur qui partage ce pad, et dans les pages qui le montrent. " +
    (saves
      ? "Fadepad l’écrit sur un disque quand le pad se termine, et pas avant."
      : "Fadepad ne l’écrit sur aucun disque."),
  whoDecides: "L’hôte décide combien de temps il reste. Tout le monde ici le voit aussitôt.",
  saved: "Tout ce que vous avez écrit y est arrivé.",
  sending: "Envoi de ce que vous avez écrit…",
  held: "Ce que vous avez écrit en dernier ne passe pas\u00a0: cela n’est que dans cette page.",
  waiting: "Ce que vous avez écrit attend dans cette page que la connexion revienne.",
  reading: "Ici, vous pouvez lire.",
};

export const steer: Said<typeof englishSteer> = {
  detour:
    "Ce réseau ne laisse passer aucune connexion en direct. Tout arrive quand même, un peu plus tard.",
  label: "Garder ce pad",
  fade: "Tant qu’il sert",
  until: "Heure fixe",
  keep: "Tant que je veux",
  graces: "Une fois la dernière personne partie",
  grace: (ttl: number) => `encore ${long(ttl)}, une fois la dernière personne partie`,
  time: "Garder jusqu’à",
  set: "Valider",
  untilHint: "Il se terminera alors, même s’il y a encore quelqu’un.",
  tomorrow: "C’est demain.",
  tooLate: (hardEnd: string | null) =>
    "Ce pad ne peut pas rester si longtemps. Il reste " +
    `${hardEnd ? `jusqu’à ${hardEnd}` : "aussi longtemps que possible"}, et tout le monde est prévenu avant la fin.`,
  keepHint: (hardEnd: string | null) =>
    "Il reste quand tout le monde est parti, mais au plus " +
    `${hardEnd ? `jusqu’à ${hardEnd}` : "aussi longtemps qu’un pad peut rester"}.`,
};
