/** What a host reads who starts a pad afresh; fetched only then. */
import type { Said } from "..";
import type { afresh as english } from "../en/afresh";

export const afresh: Said<typeof english> = {
  open: "Repartir à neuf…",
  title: "Repartir à neuf",
  what: "Le texte reste. Ce qui a été supprimé disparaît.",
  whatOf:
    "Le pad continue avec le texte tel que vous le voyez maintenant. Son historique et tout ce qui a été supprimé " +
    "sont effacés. Le code et les liens changent. Tout le monde ici suit sans rien faire, " +
    "sauf les personnes que l’on a fait sortir.",
  begin: "Repartir à neuf",
  keep: "Pas maintenant",
  away: "Il n’y a pas de connexion. Ce sera possible quand elle sera revenue.",
  busy: "Le pad repart…",
  failed: "Rien n’a été fait. Réessayez.",
};
