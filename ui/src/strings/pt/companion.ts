/** What a phone shows below the text. Apart from the others, because only phones load it. */
import type { Said } from "..";
import type { companion as english } from "../en/companion";

export const companion: Said<typeof english> = {
  label: "Acrescentar ao pad",
  line: "Acrescente uma linha",
  send: "Enviar a linha",
  where: (name: string) => `Uma linha no fim, de ${name}`,
  later: (name: string) => `Será enviada quando a conexão voltar, de ${name}`,
  away: "O texto ainda não está aqui. Tente de novo daqui a pouco.",
  unsent: "Não foi enviada: agora você só pode ler",
  photo: "Foto",
  tick: "Caixa",
  undo: "Desfazer",
  follow: "Acompanhar",
  boxes: "Caixas deste pad",
  noBoxes: "Ainda não há nenhuma caixa neste pad.",
  noWords: "(sem palavras)",
};
