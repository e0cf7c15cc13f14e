/** The names of the tools over the keyboard of a touch device. */
import type { Said } from "..";
import type { keybar as english } from "../en/keybar";

export const keybar: Said<typeof english> = {
  label: "Ferramentas da linha",
  tick: "Caixa",
  list: "Lista",
  heading: "Título",
  bold: "Negrito",
  italic: "Itálico",
  underline: "Sublinhado",
  strike: "Tachado",
  code: "Código",
  mark: "Realçar",
  link: "Link",
  address: "Endereço do link",
  example: "example.org",
  set: "Aplicar",
  unlink: "Remover o link",
  back: "Voltar",
  noLink: "Um link leva a um endereço web, de e-mail ou de telefone.",
  indent: "Mais recuo",
  outdent: "Menos recuo",
  undo: "Desfazer",
  picture: "Imagem",
  more: "Mais blocos",
  done: "Pronto",
};
