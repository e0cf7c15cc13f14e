/** The bar that finds words in the text, and puts others in their place. */
import type { Said } from "..";
import type { find as english } from "../en/find";
import { plural } from "./numbers";

export const find: Said<typeof english> = {
  label: "Buscar",
  words: "Buscar en el texto",
  count: (at: number, of: number) => `${at} de ${of}`,
  none: "No se ha encontrado nada",
  before: "Resultado anterior",
  next: "Resultado siguiente",
  replacement: "Cambiar por",
  replacing: "Cambiar por otras palabras",
  replace: "Cambiar",
  all: (n: number) => plural(n, { one: "El único", other: `Los ${n}` }),
  allTold: (n: number) => plural(n, { one: "Cambiar el único", other: `Cambiar los ${n}` }),
  replaced: (n: number) => plural(n, { one: "1 cambiado", other: `${n} cambiados` }),
};
