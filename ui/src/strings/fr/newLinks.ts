/** What a host reads who makes new links; fetched only then. */
import type { Said } from "..";
import type { newLinks as english } from "../en/newLinks";

const WHAT = { edit: "pour écrire", view: "pour lire", host: "pour les hôtes" } as const;
type Role = keyof typeof WHAT;

export const newLinks: Said<typeof english> = {
  open: "Nouveaux liens…",
  title: "Nouveaux liens",
  what: "Ceux donnés jusqu’ici ne marcheront plus.",
  which: "Quels liens",
  of: { edit: "Pour écrire", view: "Pour lire", host: "Pour les hôtes" },
  /** What becomes of whom. */
  whatOf: {
    edit:
      "Les personnes venues par l’ancien lien ou l’ancien code doivent scanner à nouveau. " +
      "Le code change, ici et sur le grand écran.",
    view: "Les personnes venues par l’ancien lien de lecture ont besoin du nouveau. Le code reste.",
    host:
      "Les personnes qui sont hôtes par le lien d’hôte ont besoin du nouveau, mais pas vous, " +
      "ni celles que vous avez nommées hôtes dans cette liste. " +
      "Le nouveau est dans l’adresse de cette page.",
  },
  /** The door is closed: nobody who is out comes back. */
  closed: "La porte est fermée\u00a0: aucune d’elles ne revient avant que vous ne l’ouvriez.",
  make: "Créer de nouveaux",
  keep: "Garder les anciens",
  away: "Il n’y a pas de connexion. Ce sera possible quand elle sera revenue.",
  made: (role: Role, by: string | null) =>
    by
      ? `${by} a créé de nouveaux liens ${WHAT[role]}. Les anciens n’ouvrent plus rien.`
      : `Il y a de nouveaux liens ${WHAT[role]}. Les anciens n’ouvrent plus rien.`,
};
