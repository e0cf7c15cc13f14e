/** Pictures and other files in the text. Apart from the others, because only the editor loads it. */
import type { Said } from "..";
import type { pictures as english } from "../en/pictures";

export const pictures: Said<typeof english> = {
  picture: "Imagem",
  pictureHint: "Deste dispositivo",
  file: "Arquivo",
  fileHint: "Um PDF ou outro arquivo, para guardar",
  group: "Mídia",
  brings: (name: string, isPicture: boolean): [string, string] => [
    name || "Alguém",
    isPicture ? " traz uma imagem" : " traz um arquivo",
  ],
  of: (sent: string, total: string) => `${sent} de ${total}`,
  waits: "Espera a vez",
  pauses: "A conexão caiu. Depois segue sem você fazer nada.",
  gone: (isPicture: boolean) =>
    isPicture ? "Esta imagem não chegou." : "Este arquivo não chegou.",
  away: "Esta imagem não está mais aqui.",
  cancel: "Cancelar",
  again: "Tentar de novo",
  remove: "Remover",
  tooLarge: (size: string, most: string) =>
    `Este arquivo tem ${size}. Cabem arquivos de até ${most}.`,
  empty: "Este arquivo está vazio.",
  heic:
    "Este navegador não consegue ler imagens HEIC. " +
    "Envie como JPEG, ou pelo celular que tirou a foto.",
  unreadable: "Esta imagem não pode ser lida aqui. Envie como JPEG ou PNG.",
  refused: "O pad não aceita este arquivo agora.",
  full: "Ver por inteiro",
  keep: "Salvar esta imagem",
  close: "Fechar",
  before: "Imagem anterior",
  next: "Próxima imagem",
  count: (at: number, all: number) => `${at} de ${all}`,
};
