/** The list of all keys. */
import type { Said } from "..";
import type { keys as english } from "../en/keys";

export const keys: Said<typeof english> = {
  title: "Atalhos de teclado",
  page: "A página",
  lines: "Linhas, uma ou todas as selecionadas",
  typed: "Escrito no início de uma linha",
  sheet: "Esta lista",
  redo: "Refazer",
  tick: "Marcar uma caixa",
  breaks: "Nova linha no mesmo bloco",
  leave: "Sair do texto",
};
