/** What stands in the place of an editor that fails; fetched only then. */
import type { Said } from "..";
import type { fallen as english } from "../en/fallen";

export const fallen: Said<typeof english> = {
  title: "Pour le moment, on ne peut pas écrire ici",
  body: "Le texte est toujours dans le pad. En voici les mots. Prenez une copie, ou réessayez.",
  copy: "Copier le texte",
  text: "Les mots du texte",
  host:
    "Si rien ne change, vous pouvez repartir du texte tel que cette page l’a bien montré pour la dernière fois. " +
    "Il devient celui de tout le monde\u202f; ce qui est venu ensuite disparaît.",
  afresh: "Repartir du dernier bon texte",
};
