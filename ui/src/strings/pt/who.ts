/** Portuguese: who wrote what, shown beside the text on demand. */
import type { Said } from "..";
import type { who as english } from "../en/who";

export const who: Said<typeof english> = {
  show: "Quem escreveu o quê",
  hide: "Ocultar quem escreveu o quê",
  showing: "A mostrar quem escreveu o quê",
  close: "Ocultar",
  authors: "Quem escreveu aqui",
  only: (name) => `Só o que ${name} escreveu`,
  wrote: (names) => `Escrito por ${names.join(", ")}`,
  since: (time) => `desde que você saiu, ${time}`,
  nameless: "Sem nome",
  unknown: "Não se sabe",
  why: "Trazido de fora, ou de antes de o servidor arrancar: ninguém aqui sabe quem o escreveu.",
  nothing: "Ainda não há nada escrito",
};
