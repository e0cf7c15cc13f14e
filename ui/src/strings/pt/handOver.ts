/** What a host reads who hands the pad over to another computer; fetched only then. */
import type { Said } from "..";
import type { handOver as english } from "../en/handOver";

export const handOver: Said<typeof english> = {
  title: "Transferir o pad",
  lead: "Precisa ir embora com este computador? Execute isto em outro na sala que tenha o Fadepad:",
  copy: "Copiar o comando",
  copied: "Copiado. Execute-o no outro computador.",
  cantCopy: "Seu navegador não copia aqui. Selecione o comando e copie-o à mão.",
  after:
    "Texto, código, links e tempo vão junto. A página de cada pessoa segue sozinha, e o telão também. " +
    "Depois tudo é apagado neste computador, e você pode ir.",
  secret: "Quem tem este comando organiza o pad: não o dê a mais ninguém.",
};
