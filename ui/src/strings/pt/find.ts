/** The bar that finds words in the text, and puts others in their place. */
import type { Said } from "..";
import type { find as english } from "../en/find";
import { plural } from "./numbers";

export const find: Said<typeof english> = {
  label: "Buscar",
  words: "Buscar no texto",
  count: (at: number, of: number) => `${at} de ${of}`,
  none: "Nada encontrado",
  before: "Resultado anterior",
  next: "Próximo resultado",
  replacement: "Trocar por",
  replacing: "Trocar por outras palavras",
  replace: "Trocar",
  all: (n: number) => plural(n, { one: "O único", other: `Os ${n}` }),
  allTold: (n: number) => plural(n, { one: "Trocar o único", other: `Trocar os ${n}` }),
  replaced: (n: number) => `${n} ${plural(n, { one: "trocado", other: "trocados" })}`,
};
