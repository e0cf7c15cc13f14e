/** What stands in the place of an editor that fails; fetched only then. */
import type { Said } from "..";
import type { fallen as english } from "../en/fallen";

export const fallen: Said<typeof english> = {
  title: "Agora não dá para continuar escrevendo aqui",
  body: "O texto continua no pad. Abaixo estão suas palavras. Leve uma cópia ou tente de novo.",
  copy: "Copiar o texto",
  text: "As palavras do texto",
  host:
    "Se continuar assim, você pode recomeçar com o texto como esta página o mostrou bem pela última vez. " +
    "Ele passa a ser o texto de todos; o que veio depois se perde.",
  afresh: "Recomeçar do último texto bom",
};
