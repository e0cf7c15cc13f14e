/** Every word on the menus of the text. Apart from the others, because only the editor loads it. */
import type { Said } from "..";
import type { menus as english } from "../en/menus";

export const menus: Said<typeof english> = {
  slash: "O que pode entrar aqui",
  emoji: "Emoji",
  none: "Nada com esse nome",
  format: "Formatar as palavras",
  link: "Este link",
  noLink: "Um link leva a um endereço web, de e-mail ou de telefone.",
  add: "Acrescentar uma linha abaixo",
  block: "Menu desta linha",
  turnInto: "Transformar em",
  callout: "Destaque",
  duplicate: "Duplicar",
  copyLink: "Copiar o link para esta linha",
  lineGone: "A linha a que este link leva já não está aqui.",
  insert: {
    up: "Inserir acima",
    down: "Inserir abaixo",
    left: "Inserir à esquerda",
    right: "Inserir à direita",
  },
  move: {
    up: "Mover para cima",
    down: "Mover para baixo",
    left: "Mover para a esquerda",
    right: "Mover para a direita",
  },
  words: "Palavras",
  ground: "Fundo",
  remove: "Excluir",
  back: "Voltar",
  ofRow: "Linha",
  ofColumn: "Coluna",
  header: { row: "Linha de cabeçalho", column: "Coluna de cabeçalho" },
  removeLine: { row: "Excluir linha", column: "Excluir coluna" },
  row: "Menu desta linha da tabela",
  column: "Menu desta coluna",
  cell: "Menu desta célula",
  moreRows: "Acrescente uma linha, ou arraste para mais",
  moreColumns: "Acrescente uma coluna, ou arraste para mais",
};
