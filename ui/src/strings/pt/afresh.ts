/** What a host reads who starts a pad afresh; fetched only then. */
import type { Said } from "..";
import type { afresh as english } from "../en/afresh";

export const afresh: Said<typeof english> = {
  open: "Recomeçar…",
  title: "Recomeçar",
  what: "O texto fica. O que foi excluído some de vez.",
  whatOf:
    "O pad continua com o texto como você o vê agora. O histórico e tudo o que foi excluído são apagados. " +
    "O código e os links passam a ser outros. Quem está aqui segue junto sem fazer nada, " +
    "mas não quem teve que sair.",
  begin: "Recomeçar",
  keep: "Agora não",
  away: "Não há conexão. Dá para fazer isso quando ela voltar.",
  busy: "Recomeçando…",
  failed: "Não foi feito. Tente de novo.",
};
