/** What a host reads who hands the pad over to another computer; fetched only then. */
import type { Said } from "..";
import type { handOver as english } from "../en/handOver";

export const handOver: Said<typeof english> = {
  title: "Passer le relais",
  lead: "Vous devez partir avec cet ordinateur\u202f? Lancez ceci sur un autre dans la salle, où se trouve Fadepad\u00a0:",
  copy: "Copier la commande",
  copied: "Copiée. Lancez-la sur l’autre ordinateur.",
  cantCopy: "Votre navigateur ne copie pas ici. Sélectionnez la commande et copiez-la vous-même.",
  after:
    "Le texte, le code, les liens et le temps suivent. La page de chaque personne aussi, sans rien faire, " +
    "de même que le grand écran. Ensuite, tout est effacé de cet ordinateur, et vous pouvez partir.",
  secret: "Avec cette commande, on est hôte du pad\u00a0: ne la donnez à personne d’autre.",
};
